import { asOfNow, type Day, dayInRome, earlierOf } from "#app/domain/days.ts";
import { type PlacedYear } from "#app/domain/desk/placed-years.ts";
import { answersOf, type ItemAnswer, type RoundFacts } from "#app/domain/monitoring/answers.ts";
import { isDone, spokenKey } from "#app/domain/monitoring/asked-items.ts";
import { withThoseAbove } from "#app/domain/office/offices.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { type PlanActionYear, planAt } from "#app/domain/plan/plan-at.ts";
import {
  type ItemRow,
  listItems,
  listLatestParts,
  listSinceOpening,
} from "#db/monitoring/monitoring-items.ts";
import { findMonitoring, lastCounted, type MonitoringRow } from "#db/monitoring/monitorings.ts";
import { listOffices } from "#db/office/offices.ts";
import type { Db } from "#db/open.ts";
import { lineFacts } from "#db/plan-action/plan-actions.ts";
import { type WorkStanding, workStanding } from "./work-standing.server.ts";

/** The last contribution of an office, as a round looks at it. */
type Part = Awaited<ReturnType<typeof listLatestParts>>[number];

/**
 * An item of a round with its answer and what it is of, null where that is no longer in the plan or among the objectives. `seen`: what a form
 * sends, so that a confirmation is of what the person saw.
 */
export type StandingItem = ItemRow & {
  /** The day as of which it is told: today or, of a closed round, that of its closing. */
  on: Day;
  answer: ItemAnswer;
  placed: PlacedYear | null;
  part: Part | null;
  planned: { objective: ObjectiveOnDay; step: StepOnDay } | null;
  seen: string;
};

export type Standing = { round: MonitoringRow; items: StandingItem[]; work: WorkStanding };

/** A round as it stands: now or, once closed, as it stood when it was closed. */
export async function readStanding(tx: Db, id: number, today: Day): Promise<Standing | undefined> {
  const round = await findMonitoring(tx, id);
  if (!round) return undefined;
  const day = round.closed_at === null ? today : earlierOf(dayInRome(round.closed_at), today);
  const work = await workStanding(tx, day, lastCounted(round));
  const items = await listItems(tx, id);
  const facts = await roundFacts(tx, round, work, { day, today });
  const answers = answersOf(items, facts);
  const parts = await partsUpTo(tx, lastCounted(round).contribution);
  const placed = new Map(work.placed.map((one) => [one.actionYear.id, one]));
  const planned = plannedOf(work);
  return {
    round,
    work,
    items: items.map((item) => {
      const part = parts.get(spokenKey(item.action_year_id ?? 0, item.office)) ?? null;
      const sequence = work.sequences.get(item.action_year_id ?? 0) ?? 0;
      const report = work.lastReports.get(item.objective_step_id ?? 0) ?? 0;
      return {
        ...item,
        on: day,
        answer: answers.get(item.id)!,
        placed: placed.get(item.action_year_id ?? 0) ?? null,
        planned: planned.get(item.objective_step_id ?? 0) ?? null,
        part,
        seen: [item.id, sequence, part?.id ?? 0, report].join("."),
      };
    }),
  };
}

async function roundFacts(
  tx: Db,
  round: MonitoringRow,
  work: WorkStanding,
  { day, today }: { day: Day; today: Day },
): Promise<RoundFacts> {
  const openedOn = earlierOf(dayInRome(round.recorded_at), today);
  const then: PlanActionYear[] = [];
  for (const { plan, facts } of work.plans) {
    const lines = await lineFacts(tx, { planId: plan.id }, round.after_sequence)
      .where("line.effective_on", "<=", openedOn)
      .execute();
    then.push(...planAt({ ...facts, lines }, plan, asOfNow(openedOn)).flatMap(({ years }) => years));
  }
  const offices = await listOffices(tx);
  return {
    ...(await listSinceOpening(tx, round)),
    before: {
      years: new Map(then.map(({ id, status, progress }) => [id, { status, progress }])),
      parts: await partsUpTo(tx, round.after_contribution_id),
    },
    years: new Map(work.placed.map(({ actionYear }) => [actionYear.id, actionYear])),
    steps: new Map(
      [...plannedOf(work)].map(([id, { objective, step }]) => [
        id,
        { offices: objective.offices.map(({ code }) => code), isDone: isDone(step, day) },
      ]),
    ),
    above: (office) => withThoseAbove(office, offices),
  };
}

async function partsUpTo(tx: Db, id: number): Promise<Map<string, Part>> {
  const parts = await listLatestParts(tx, id);
  return new Map(parts.map((part) => [spokenKey(part.action_year_id, part.office), part]));
}

function plannedOf({ objectives }: WorkStanding) {
  return new Map(
    objectives.flatMap((objective) => objective.steps.map((step) => [step.id, { objective, step }] as const)),
  );
}
