import type { YearLineage } from "#app/components/triennium/year-carrying.tsx";
import { historyEntries } from "#app/domain/plan/action-history.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import type { PlanActionOnDay, PlanFacts, Target } from "#app/domain/plan/plan-at.ts";
import { isOpen } from "#app/domain/status/status-steps.ts";
import { listCarryOversFrom } from "#db/plan/carry-overs.ts";
import { db } from "#db/connection.server.ts";
import { listContinued } from "#db/plan/lineage.ts";
import { findDraft } from "#db/plan/plan-drafts.ts";
import { findPlan } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { placesFor } from "../triennium/carry-over-places.server.ts";
import { historyOf } from "./history.server.ts";
import { planActionOnDay } from "./plan-on-day.server.ts";

/** An action in its plan, as the page reads it. */
type Found = { plan: PlanRow; facts: PlanFacts; action: PlanActionOnDay };

/**
 * How an action goes on from plan to plan on a day: the actions that it continues, with their histories, the nearest first;
 * those that continue it; and, year by year, what was carried over.
 */
export async function lineageOf(found: Found, at: Viewpoint, user: User) {
  const { plan, facts, action } = found;
  const draft = await findDraft(db);
  const before = await listBefore(action, at);
  const mayCarryOver =
    mayEdit(user) && !at.isOver && plan.adopted_on !== null && (await placesFor(found)).length > 0;
  const choices = await listCarryOversFrom(db, action.id);
  const chosenOf = (id: number) => {
    const choice = choices.find(({ source_id }) => source_id === id);
    return choice ? { plan: choice.target_plan, year: choice.target_year } : null;
  };
  const byYear = action.years.map((actionYear): YearLineage => ({
    year: actionYear.year,
    target: actionYear.target?.inNextPlan ? actionYear.target : null,
    origins: before.flatMap(({ plan, code, years }) =>
      years
        .filter(({ target }) => goesTo(target, found, actionYear.year))
        .map(({ year }) => ({ plan, code, year })),
    ),
    chosen: chosenOf(actionYear.id),
    mayCarryOver: mayCarryOver && (isOpen(actionYear.status) || chosenOf(actionYear.id) !== null),
  }));
  return {
    before: before.map(({ plan, code, entries }) => ({ plan, code, entries })),
    after: facts.actions
      .filter((other) => other.plan_id !== plan.id)
      .map(({ plan_code, code }) => ({ plan: plan_code, code, isDraft: plan_code === draft?.code })),
    byYear,
  };
}

async function listBefore({ id }: PlanActionOnDay, at: Viewpoint) {
  const before = [];
  for (const one of await listContinued(db, id)) {
    const plan = (await findPlan(db, one.plan))!;
    const { years } = (await planActionOnDay(plan, one.code, at)).action;
    before.push({ ...one, years, entries: historyEntries(await historyOf(one.id), years, at) });
  }
  return before;
}

function goesTo(target: Target | null, { plan, action }: Found, year: number): boolean {
  return target?.plan === plan.code && target.code === action.code && target.year === year;
}
