import {
  continuationsOf,
  continuingOf,
  headOf,
  type Unfinished,
  unfinishedOf,
} from "#app/domain/triennium/carry-over.ts";
import { asOfNow, type Day } from "#app/domain/days.ts";
import { decideOpening } from "#app/domain/triennium/plan-opening.ts";
import { formatDay } from "#app/format.ts";
import { OPENING_REFUSAL_LABEL } from "#app/labels.ts";
import { db } from "#db/connection.server.ts";
import { listLinks } from "#db/plan/lineage.ts";
import { findDraft, recordDraft } from "#db/plan/plan-drafts.ts";
import { listPlans } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { today } from "#app/clock.server.ts";
import { authorOf } from "#app/session.server.ts";
import { planOnDay } from "../plan/plan-on-day.server.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import type { AskedOpening } from "./plan-opening-form.server.ts";

/** Where a new plan would begin from: the plans there are, what they leave unfinished, and the draft that is already open. */
export async function openingOn(day: Day) {
  const plans = await listPlans(db);
  const unfinished: Unfinished[] = [];
  for (const plan of plans.filter((one) => one.adopted_on !== null)) {
    const { actions } = await planOnDay(plan, asOfNow(day));
    unfinished.push(...unfinishedOf(plan.code, actions));
  }
  return { plans, unfinished, draft: await findDraft(db) };
}

export type Opening = Awaited<ReturnType<typeof openingOn>>;
export type OpeningOutcome = { ok: true } | { ok: false; errors: FormErrors; isConflict: boolean };

/**
 * Decides and opens a new plan as a draft, with what was chosen to be carried over into it. The same form sent twice is one: the
 * draft that it made is found.
 */
export async function openPlan(
  { plans, unfinished, draft }: Opening,
  { plan, carried }: AskedOpening,
  user: User,
): Promise<OpeningOutcome> {
  if (draft) return isSame(draft, plan) ? { ok: true } : CONFLICT;
  const decision = decideOpening(plan, { plans, targetYears: carried.map(({ year }) => year) });
  if (!decision.ok)
    return {
      ok: false,
      errors: { [decision.field]: [OPENING_REFUSAL_LABEL[decision.reason]] },
      isConflict: false,
    };
  const before = plans.at(-1);
  const reason = `apertura del piano ${plan.code}${before ? ` dal piano ${before.code}` : ""}`;
  const { recorded } = await recordDraft(
    db,
    {
      plan: {
        code: plan.code,
        title: plan.title,
        first_year: plan.firstYear,
        last_year: plan.lastYear,
        source: `${reason}, il ${formatDay(today())}`,
      },
      areasOf: before?.id ?? null,
      continuations: continuationsOf(await chosenOf(carried, unfinished, plan.firstYear)),
    },
    {
      reason,
      act: null,
      by: authorOf(user),
      today: today(),
    },
  );
  return recorded ? { ok: true } : CONFLICT;
}

/** What was chosen, each with the action that the new plan is to continue: the last of those that go on from its own. */
async function chosenOf(
  carried: AskedOpening["carried"],
  unfinished: readonly Unfinished[],
  beforeYear: number,
) {
  const links = await listLinks(db, beforeYear);
  const continuing = continuingOf(links);
  const codes = new Map(links.map(({ id, code }) => [id, code]));
  const actions = new Map(unfinished.map((one) => [one.actionYear.id, one.planActionId]));
  return carried.map(({ actionYearId, year }) => {
    const headId = headOf(actions.get(actionYearId)!, continuing);
    return { actionYearId, year, headId, headCode: codes.get(headId)! };
  });
}

function isSame(draft: PlanRow, asked: AskedOpening["plan"]): boolean {
  return (
    draft.code === asked.code &&
    draft.title === asked.title &&
    draft.first_year === asked.firstYear &&
    draft.last_year === asked.lastYear
  );
}

const CONFLICT: OpeningOutcome = {
  ok: false,
  isConflict: true,
  errors: { code: ["Nel frattempo è stata aperta un’altra bozza: si scrive un piano alla volta"] },
};
