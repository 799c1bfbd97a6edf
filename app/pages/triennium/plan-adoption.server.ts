import { asOfNow } from "#app/domain/days.ts";
import {
  type AskedAdoption,
  type Carried,
  decideAdoption,
  type Draft,
  firstDayFor,
  problemsOf,
} from "#app/domain/triennium/plan-adoption.ts";
import { type PlanActionYear, planAt } from "#app/domain/plan/plan-at.ts";
import { decideStep } from "#app/domain/status/status-steps.ts";
import { dayWith, formatDay } from "#app/format.ts";
import { ADOPTION_REFUSAL_LABEL } from "#app/labels.ts";
import { recordAdoption } from "#db/plan/adoption.ts";
import type { Author } from "#db/chain.ts";
import { db } from "#db/connection.server.ts";
import { readDraft } from "#db/plan/plan-drafts.ts";
import { findPlan, listPlans } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { currentOf } from "../status/action-year.server.ts";
import { today } from "#app/clock.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import { authorOf } from "#app/session.server.ts";
import { findOrganisation } from "../office/organisation.server.ts";
import { planOnDay } from "../plan/plan-on-day.server.ts";

/** A carried annualità with what its line is written from. */
type CarriedOne = Carried & {
  actionYear: PlanActionYear | null;
  sourceId: number;
  targetId: number;
  sequence: number;
};

/** A draft as its adoption would find it: what it holds, what it takes over, what is wrong, from which day it may hold. */
export async function draftToAdopt(plan: PlanRow) {
  const { facts, carryOvers, stamp } = await readDraft(db, plan.id, today());
  const actions = planAt(facts, plan, asOfNow(today()));
  const plans = await listPlans(db);
  const sources = await sourcesOf(plans.filter(({ code }) => carryOvers.some((one) => one.plan === code)));
  const carried = carryOvers.map((one) => carriedOne(one, sources.get(one.source_id)));
  const draft: Draft = { plan, actions, carried };
  const planBefore = plans.findLast((other) => other.first_year < plan.first_year);
  const problems = problemsOf(draft, { organisation: await findOrganisation(), today: today() });
  return { actions, carried, stamp, planBefore, problems, firstDay: firstDayFor(carried) };
}

export type DraftToAdopt = Awaited<ReturnType<typeof draftToAdopt>>;
export type AdoptionOutcome = { ok: true } | { ok: false; errors: FormErrors; isConflict: boolean };

/**
 * Decides and records the adoption of a draft. Whoever was behind is told so, whatever else is wrong; the same form sent twice
 * finds the plan adopted by it.
 */
export async function adoptPlan(
  plan: PlanRow,
  draft: DraftToAdopt,
  { asked, stamp }: { asked: AskedAdoption; stamp: string },
  user: User,
): Promise<AdoptionOutcome> {
  if (plan.adopted_on !== null) return isAdoptedBy(plan, asked) ? { ok: true } : CONFLICT;
  if (draft.stamp !== stamp) return CONFLICT;
  if (draft.problems.length > 0)
    return refused({ plan: ["Prima di adottare il piano metti a posto ciò che manca"] });
  const decision = decideAdoption(asked, draft, { today: today(), planBefore: draft.planBefore });
  if (!decision.ok) return refused({ [decision.field]: [refusalWords(decision)] });

  const act = { organ: asked.actOrgan, number: asked.actNumber, on: asked.actOn };
  const by = authorOf(user);
  const { recorded } = await recordAdoption(
    db,
    {
      planId: plan.id,
      act,
      adoptedOn: asked.adoptedOn,
      stamp,
      today: today(),
      lines: draft.carried.map((one) => ({ line: lineOf(one, plan, asked, by), sequence: one.sequence })),
    },
    { by, act, reason: `adozione del piano ${plan.code}` },
  );
  return recorded || isAdoptedBy((await findPlan(db, plan.code))!, asked) ? { ok: true } : CONFLICT;
}

type CarryOver = Awaited<ReturnType<typeof readDraft>>["carryOvers"][number];

type Source = { plan: PlanRow; actionYear: PlanActionYear };

/** Every annualità of some plans as it stands now, by its id. */
async function sourcesOf(plans: readonly PlanRow[]): Promise<Map<number, Source>> {
  const sources = new Map<number, Source>();
  for (const plan of plans) {
    const { actions } = await planOnDay(plan, asOfNow(today()));
    for (const actionYear of actions.flatMap(({ years }) => years))
      sources.set(actionYear.id, { plan, actionYear });
  }
  return sources;
}

/** What is chosen for carrying over, as it stands in its own plan, if it does. */
function carriedOne(one: CarryOver, source: Source | undefined): CarriedOne {
  return {
    plan: one.plan,
    code: one.code,
    year: one.year,
    actionYear: source?.actionYear ?? null,
    current: source ? currentOf(source) : null,
    target: { code: one.target_code, year: one.target_year, stands: one.target_is_planned === 1 },
    sourceId: one.source_id,
    targetId: one.target_id,
    sequence: one.last_sequence,
  };
}

/** The line that reschedules a carried annualità on the day of adoption; the reason names the act. */
function lineOf({ current, ...one }: CarriedOne, plan: PlanRow, asked: AskedAdoption, by: Author) {
  const { actOrgan, actNumber, actOn, adoptedOn } = asked;
  const act = `${actOrgan}, atto n. ${actNumber} del ${formatDay(actOn)}`;
  const decision = decideStep(
    current!,
    {
      to: "rescheduled",
      progress: null,
      effectiveOn: adoptedOn,
      reason: `Riportata nel piano ${plan.code}, adottato con: ${act}.`,
      evidence: null,
      dueOn: null,
      targetYear: one.target.year,
    },
    { year: one.year, today: today(), targetStatus: "to-start", carriesOver: true },
  );
  if (!decision.ok)
    throw new Error(`${one.code}/${one.year} passed the adoption and not its step: ${decision.reason}`);
  return {
    action_year_id: one.sourceId,
    from: current!.status,
    change: decision.change,
    carriedTo: one.targetId,
    replaces: null,
    by,
  };
}

function refusalWords({
  reason,
  carried,
}: Extract<ReturnType<typeof decideAdoption>, { ok: false }>): string {
  const words = ADOPTION_REFUSAL_LABEL[reason];
  if (!carried?.current) return words;
  return `${words}: ${carried.code}, ${carried.year} del piano ${carried.plan}, ${dayWith("del", carried.current.since)}`;
}

function isAdoptedBy(plan: PlanRow, { actOrgan, actNumber, actOn, adoptedOn }: AskedAdoption): boolean {
  return (
    plan.act_organ === actOrgan &&
    plan.act_number === actNumber &&
    plan.act_on === actOn &&
    plan.adopted_on === adoptedOn
  );
}

function refused(errors: FormErrors): AdoptionOutcome {
  return { ok: false, errors, isConflict: false };
}

const CONFLICT: AdoptionOutcome = {
  ok: false,
  isConflict: true,
  errors: {
    plan: [
      "Nel frattempo la bozza, o qualcosa che riporta, è cambiata: rileggi che cosa si adotta, poi conferma di nuovo",
    ],
  },
};
