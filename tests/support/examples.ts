import fc from "fast-check";
import {
  type ActionYearFact,
  type ActionYearState,
  actionYearsAt,
  type LineFact,
} from "#app/domain/status/action-years.ts";
import type { ContributionFact } from "#app/domain/contribution/contributions.ts";
import { decideCorrection, firstPossibleDay } from "#app/domain/status/corrections.ts";
import { asOfNow, type Day, dayAfter } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import {
  type ChainedContent,
  type ChainedLine,
  commitmentTo,
  GENESIS,
  hashOf,
} from "#app/domain/history-chain.ts";
import type { PlanFacts } from "#app/domain/plan/plan-at.ts";
import { closesACircle } from "#app/domain/status/rescheduling.ts";
import {
  type Change,
  type ChangeContext,
  type Current,
  decideStep,
  decideUpdate,
  NEXT,
  STATUSES,
} from "#app/domain/status/status-steps.ts";
import type { Counted } from "#app/domain/plan/yearly-progress.ts";
import type { NewLine } from "#db/chain.ts";
import type { Db } from "#db/open.ts";

/** The plan of document 004, adopted by deliberazione 72 of 4 May 2021. */
export const PLAN = { id: 1, first_year: 2021, last_year: 2023, adopted_on: "2021-05-04" };

export function aChange(varied: Partial<Change> = {}): Change {
  return {
    to: "in-progress",
    progress: null,
    effectiveOn: "2022-03-15",
    reason: "",
    evidence: null,
    dueOn: null,
    targetYear: null,
    ...varied,
  };
}

export function aCurrent(varied: Partial<Current> = {}): Current {
  return { status: "to-start", progress: 0, since: "2021-05-04", ...varied };
}

export function aContext(varied: Partial<ChangeContext> = {}): ChangeContext {
  return { year: 2022, today: "2022-06-30", targetStatus: undefined, ...varied };
}

export function anEvidence(varied: Partial<Evidence> = {}): Evidence {
  return {
    tipo: "determinazione",
    numero: "735",
    del: "2021-10-07",
    collegamento: null,
    nota: null,
    ...varied,
  };
}

/** An annualità planned at adoption. Its id is its year, so that a test reads `2022` and means it. */
export function anActionYear(varied: Partial<ActionYearFact> = {}): ActionYearFact & { adopted: 0 | 1 } {
  const year = varied.year ?? 2022;
  const planned = { planned_from_on: "2021-05-04", planned_due_on: null, adopted: 1 } as const;
  return { id: year, plan_action_id: 436, year, ...planned, ...varied };
}

/** An annualità that only a rescheduling can make stand. */
export function anUnplannedYear(year: number): ActionYearFact & { adopted: 0 | 1 } {
  return { ...anActionYear({ year, planned_from_on: null }), adopted: 0 };
}

/** What Settore 3 reports of its part. */
export function aContribution(varied: Partial<ContributionFact> = {}): ContributionFact {
  return {
    id: 1,
    office: "settore-3",
    status: "in-progress",
    progress: 40,
    effective_on: "2022-03-15",
    has_evidence: 0,
    agreed_at: null,
    ...varied,
  };
}

/** A line, recorded at ten in the morning (UTC) of the day it takes effect, in the place of its sequence. */
export function aLine(varied: Partial<LineFact> = {}): LineFact {
  const effective_on = varied.effective_on ?? "2022-03-15";
  const sequence = varied.sequence ?? 1;
  return {
    sequence,
    place: sequence,
    action_year_id: 2022,
    to_status: "in-progress",
    progress: 0,
    due_on: null,
    target_action_year_id: null,
    effective_on,
    recorded_at: `${effective_on}T10:00:00Z`,
    has_evidence: 0,
    ...varied,
  };
}

export function aState(varied: Partial<ActionYearState> = {}): ActionYearState {
  const year = varied.year ?? 2022;
  return {
    id: year,
    planActionId: 436,
    year,
    status: "to-start",
    progress: 0,
    dueOn: `${year}-12-31`,
    proven: false,
    completedOn: null,
    targetId: null,
    targetSince: null,
    effectiveOn: null,
    recordedAt: null,
    addedOn: "2021-05-04",
    comesFrom: [],
    ...varied,
  };
}

export function byId(states: readonly ActionYearState[]): Map<number, ActionYearState> {
  return new Map(states.map((state) => [state.id, state]));
}

export function aCounted(varied: Partial<Counted> = {}): Counted {
  return { year: 2022, progress: 0, situation: "to-start", weight: 1, ...varied };
}

export function anAction(
  code: string,
  varied: Partial<PlanFacts["actions"][number]> = {},
): PlanFacts["actions"][number] {
  const area_code = code.split(".").slice(0, 2).join(".");
  return {
    id: Number(code.replaceAll(".", "")),
    plan_id: PLAN.id,
    plan_code: "2021-2023",
    code,
    continues_id: null,
    title: `Azione ${code}`,
    weight: 1,
    unknown_year_count: 0,
    area_code,
    ...varied,
  };
}

/** Action 4.3.6 with its three annualità, held by Settori 3 and 4; nothing recorded. */
export function planFacts(varied: Partial<PlanFacts> = {}): PlanFacts {
  const actionYears = [2021, 2022, 2023].map((year) => anActionYear({ year }));
  return {
    actions: [anAction("4.3.6")],
    actionYears,
    lines: [],
    responsibles: [
      { plan_action_id: 436, code: "settori-3-e-4", name: "Dirigenti Settori 3 e 4" },
      { plan_action_id: 436, code: "rtd", name: null },
    ],
    offices: actionYears.flatMap(({ id }) => [
      { action_year_id: id, code: "settore-3", name: "Settore 3" },
      { action_year_id: id, code: "settore-4", name: "Settore 4" },
    ]),
    themes: [{ plan_action_id: 436, theme: "cloud" }],
    leads: [],
    ...varied,
  };
}

/** A row of a table with a life: it holds from the adoption on, by the edit that adopted the plan. */
export const FROM_ADOPTION = {
  held_from_on: PLAN.adopted_on,
  held_until_on: null,
  opened_by_edit_id: 1,
  closed_by_edit_id: null,
};

export const AN_EDIT = {
  recorded_at: "2021-05-04T10:00:00.000Z",
  author_id: "4f7c",
  author_role: "rtd",
  author_office_id: null,
  reason: "adozione del piano",
  act_organ: null,
  act_number: null,
  act_on: null,
} as const;

/**
 * Action 4.3.6 and its three annualità in a database, held by Settori 3 and 4, as adopted. Ids are as in `planFacts`:
 * 436, and the years; the offices are 3 and 4, the plan, its area and the edit 1.
 */
export async function insertPlan(db: Db): Promise<void> {
  await db
    .insertInto("office")
    .values(
      [3, 4].map((id) => ({
        id,
        code: `settore-${id}`,
        name: `Settore ${id}`,
        kind: "settore" as const,
        parent_id: null,
        source: "prova",
      })),
    )
    .execute();
  const title = "Piano di transizione al digitale 2021-2023";
  const act = { act_organ: null, act_number: null, act_on: null };
  await db
    .insertInto("plan")
    .values({ ...PLAN, ...act, code: "2021-2023", title, source: "prova" })
    .execute();
  await db
    .insertInto("area")
    .values({
      id: 1,
      plan_id: 1,
      code: "4.3",
      ordinal: 1,
      title: "Servizi",
      responsibles_as_written: null,
      source: "prova",
    })
    .execute();
  await db
    .insertInto("edit")
    .values({ id: 1, ...AN_EDIT })
    .execute();
  await insertPlanAction(db, { id: 436, code: "4.3.6" });
  for (const year of [2021, 2022, 2023]) {
    await db.insertInto("action_year").values({ id: year, plan_action_id: 436, year }).execute();
    const planned = { action_year_id: year, due_on: null, due_as_written: null, ...FROM_ADOPTION };
    await db.insertInto("action_year_life").values(planned).execute();
    for (const office_id of [3, 4])
      await db
        .insertInto("action_year_office")
        .values({ action_year_id: year, office_id, ...FROM_ADOPTION })
        .execute();
  }
}

/** The identity of an action, without a title: what it is called has rows of its own. */
export async function insertPlanAction(
  db: Db,
  varied: { id: number; code: string; plan_id?: number; continues_id?: number },
): Promise<void> {
  await db
    .insertInto("plan_action")
    .values({
      plan_id: 1,
      ordinal: 1,
      continues_id: null,
      title_in_table_as_written: null,
      responsibles_as_written: null,
      responsibles_in_table_as_written: null,
      years_as_written: null,
      years_in_table_count: null,
      source_document: null,
      source_section: null,
      source_row: null,
      ...varied,
    })
    .execute();
}

/** A decided change of one annualità, by the RTD, recorded at ten in the morning (UTC) of the day it takes effect. */
export function aNewLine(
  action_year_id: number,
  varied: Partial<Change & { progress: number }> = {},
  around: Partial<Omit<NewLine, "change" | "action_year_id">> = {},
): NewLine {
  const change = { ...aChange(), progress: 0, ...varied };
  const at = `${change.effectiveOn}T10:00:00.000Z`;
  return {
    action_year_id,
    from: "to-start",
    change,
    replaces: null,
    by: { id: "4f7c", role: "rtd", officeId: null, at },
    ...around,
  };
}

/** A chain of as many lines as there are texts: each the reason of its line, null where there is none. */
export function aChain(
  reasons: readonly (string | null)[],
  varied: Partial<ChainedContent> = {},
): ChainedLine[] {
  return reasons.reduce<ChainedLine[]>((chain, reason, index) => {
    const salt = String(index).padStart(32, "0");
    const commitment = reason === null ? null : commitmentTo(reason, salt);
    const content: ChainedContent = {
      sequenza: index + 1,
      piano: "2021-2023",
      azione: "4.3.6",
      anno: 2022,
      da: "in_corso",
      a: "in_corso",
      avanzamento: 40,
      scadenza: null,
      versoPiano: null,
      versoAnno: null,
      rettifica: null,
      effettivaDal: "2022-03-15",
      registrataIl: "2022-03-15T10:00:00Z",
      autore: "4f7c",
      ruolo: "rtd",
      ufficio: null,
      prova: null,
      ...varied,
      motivo: commitment,
      hashPrecedente: chain.at(-1)?.hash ?? GENESIS,
    };
    const texts = [
      { text: reason, salt: reason === null ? null : salt, commitment },
      { text: null, salt: null, commitment: null },
    ];
    return [...chain, { content, hash: hashOf(content), texts }];
  }, []);
}

/**
 * What somebody tries on one of the annualità that stand, `gap` days after the attempt before, to take effect `back`
 * days earlier. `pick`: which of the steps from where it stands, or none of them. `wrong`: which of its lines to put right.
 */
type Attempt = {
  which: number;
  wrong: number;
  pick: number;
  gap: number;
  back: number;
  proof: boolean;
  change: Change;
};
export type History = {
  facts: ReturnType<typeof anActionYear>[];
  lines: LineFact[];
  recorded: number;
  today: Day;
};

const anAttempt: fc.Arbitrary<Attempt> = fc.record({
  which: fc.nat({ max: 4 }),
  wrong: fc.nat({ max: 15 }),
  pick: fc.nat({ max: 41 }),
  gap: fc.nat({ max: 90 }),
  back: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.nat({ max: 200 }) },
    fc.constant(-1),
  ),
  proof: fc.boolean(),
  change: fc.record({
    to: fc.constantFrom(...STATUSES),
    progress: fc.oneof(fc.constant(null), fc.integer({ min: -1, max: 101 })),
    effectiveOn: fc.constant("set when tried"),
    reason: fc.constantFrom("motivo", "motivo", "motivo", ""),
    evidence: fc.constant(null),
    dueOn: fc.constantFrom(null, null, null, "2021-06-30", "2022-12-31", "2024-06-30"),
    targetYear: fc.integer({ min: 2021, max: 2025 }),
  }),
});

/** Any history that the rules allow of an action with any of the years 2021–2023: what they refuse is not in it. */
export const aLegalHistory: fc.Arbitrary<History> = fc
  .tuple(
    fc.constantFrom([2021, 2022, 2023], [2022, 2023], [2021], []),
    fc.array(anAttempt, { minLength: 5, maxLength: 40, size: "max" }),
  )
  .map(([years, attempts]) =>
    attempts.reduce<History>(afterAttempt, {
      facts: years.map((year) => anActionYear({ year })),
      lines: [],
      recorded: 0,
      today: PLAN.adopted_on,
    }),
  );

/** A legal history, and a day to look at it from. */
export const aDayOfHistory = aLegalHistory.chain((history) =>
  fc.nat({ max: 1500 }).map((days) => ({ ...history, day: dayAfter(PLAN.adopted_on, days) })),
);

/** The history with the attempt recorded, or as it was when the rules refuse it. Replaced lines are dropped, as by the database. */
function afterAttempt(
  before: History,
  { which, wrong, pick, gap, back, proof, change: typed }: Attempt,
): History {
  const history = { ...before, today: dayAfter(before.today, gap) };
  const states = actionYearsAt(history.facts, history.lines, asOfNow(history.today));
  const state = [...states.values()][which % states.size];
  if (!state) return history;

  const { year } = state;
  const own = history.lines.filter((line) => line.action_year_id === state.id);
  const picks = [...NEXT[state.status], state.status, typed.to];
  const to = picks[pick % picks.length]!;
  const change = { ...typed, to, effectiveOn: dayAfter(history.today, -back) };
  const standingFrom = firstPossibleDay(state.addedOn, PLAN);
  const targetStatus = states.get(change.targetYear ?? 0)?.status;
  const context = { year, today: history.today, targetStatus, standingFrom };
  const current = { ...state, since: state.effectiveOn ?? standingFrom };
  const replaced = own[wrong];
  const decide = change.to === current.status ? decideUpdate : decideStep;
  const decision = replaced
    ? decideCorrection(own, replaced, change, context)
    : decide(current, change, context);
  return decision.ok ? withLine(history, { year, replaced, change: decision.change, proof }) : history;
}

/** The history with a decided line in it, unless an annualità would then be sent round in a circle. */
function withLine(
  history: History,
  {
    year,
    replaced,
    change,
    proof,
  }: { year: number; replaced: LineFact | undefined; change: Change & { progress: number }; proof: boolean },
): History {
  const sequence = history.recorded + 1;
  const line = aLine({
    sequence,
    place: replaced?.place ?? sequence,
    action_year_id: year,
    to_status: change.to,
    progress: change.progress,
    due_on: change.dueOn,
    target_action_year_id: change.targetYear,
    effective_on: change.effectiveOn,
    recorded_at: `${history.today}T10:00:00Z`,
    has_evidence: proof ? 1 : 0,
  });
  const isNew = change.targetYear !== null && !history.facts.some((fact) => fact.id === change.targetYear);
  const facts = isNew ? [...history.facts, anUnplannedYear(change.targetYear!)] : history.facts;
  const others = history.lines.filter((kept) => kept !== replaced);
  if (closesACircle(facts, others, line)) return history;
  return { ...history, facts, lines: [...others, line], recorded: sequence };
}
