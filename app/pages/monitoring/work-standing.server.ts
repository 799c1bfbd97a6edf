import { asOfNow, type Day } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { placedYears } from "#app/domain/desk/placed-years.ts";
import { objectivesOn } from "#app/domain/objective/objectives-on-day.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { lastSequencesOf } from "#app/domain/status/last-sequences.ts";
import { listObjectiveFacts } from "#db/objective/objective-facts.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listAdoptedPlans } from "#db/plan/plans.ts";

export type WorkStanding = Awaited<ReturnType<typeof workStanding>>;

/**
 * Plans and objectives on a day, by what was recorded up to a line and a report (left out: all), read by one handle: a write reads them in its own
 * transaction, where nothing that is kept in memory counts.
 */
export async function workStanding(db: Db, day: Day, last: { sequence?: number; report?: number } = {}) {
  const at = asOfNow(day);
  const plans = [];
  for (const plan of await listAdoptedPlans(db, day)) {
    const facts = await listPlanFacts(db, { planId: plan.id }, day, last.sequence);
    plans.push({ plan, facts, actions: planAt(facts, plan, at) });
  }
  const facts = await listObjectiveFacts(db);
  const reports = facts.reports.filter(({ id }) => id <= (last.report ?? Infinity));
  const years = plans.flatMap(({ actions }) => actions.flatMap((action) => action.years));
  return {
    plans,
    placed: placedYears(plans),
    objectives: objectivesOn({ ...facts, reports }, years, at),
    sequences: lastSequencesOf(plans.flatMap((one) => one.facts.lines)),
    lastReports: new Map(
      [...groupBy(reports, (one) => one.objective_step_id)].map(([step, of]) => [step, of.at(-1)!.id]),
    ),
  };
}
