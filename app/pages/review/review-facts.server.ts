import { type Day, viewpointOf, yearOf } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { isActive } from "#app/domain/office/offices.ts";
import { objectivesOn } from "#app/domain/objective/objectives-on-day.ts";
import { spanOf, spansYear } from "#app/domain/objective/objectives.ts";
import { planAt, withinPlan } from "#app/domain/plan/plan-at.ts";
import { tally, tallyBy, yearlyProgress } from "#app/domain/plan/yearly-progress.ts";
import { variationsOf } from "#app/domain/variation/variations.ts";
import { listOffices } from "#db/office/offices.ts";
import { listObjectiveFacts } from "#db/objective/objective-facts.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { listAdoptedPlans } from "#db/plan/plans.ts";
import { findSetting } from "#db/settings.ts";
import type { PlanRow } from "#db/schema.ts";
import { listVariationFacts } from "#db/variation/variation-facts.ts";
import { readSmartability } from "./review-smartability.server.ts";

/** What a review of a plan at the end of a day looks at (R12). */
export type ReviewFacts = Awaited<ReturnType<typeof readReviewFacts>>;

/** All that a review says, read by one handle: the closing reads it in its own transaction, where nothing that is kept in memory counts. */
export async function readReviewFacts(tx: Db, plan: PlanRow, { day, today }: { day: Day; today: Day }) {
  const at = viewpointOf(day, today);
  const facts = await listPlanFacts(tx, { planId: plan.id }, day);
  const actions = planAt(facts, plan, at);
  const years = actions.flatMap((action) => withinPlan(action.years, plan));
  const adopted = facts.actionYears.filter((fact) => fact.adopted === 1);
  const areaOf = new Map(facts.actions.map(({ id, area_code }) => [id, area_code]));
  const adoptedByYear = groupBy(adopted, (fact) => fact.year);
  const adoptedByArea = groupBy(adopted, (fact) => areaOf.get(fact.plan_action_id));
  const ceased = (await listOffices(tx)).filter((office) => !isActive(office, day)).map(({ code }) => code);
  return {
    plan,
    at,
    entity: (await findSetting(tx, "entity_name")) ?? "",
    demonstrative: (await findSetting(tx, "demonstration_day")) !== undefined,
    actions,
    figures: tally(years),
    rows: yearlyProgress(years, plan, new Map([...adoptedByYear].map(([year, of]) => [year, of.length]))),
    areas: facts.areas.map(({ code, title }) => ({
      code,
      title,
      adopted: adoptedByArea.get(code)?.length ?? 0,
    })),
    byArea: tallyBy(
      actions.flatMap((action) => withinPlan(action.years, plan).map((year) => ({ ...year, action }))),
      ({ action }) => [action.areaCode],
    ),
    ceased: new Set(ceased),
    objectives: await objectivesOfYear(tx, day, today),
    smartability: await readSmartability(tx, plan, at),
    variations: variationsOf(await listVariationFacts(tx, plan, day), at),
  };
}

/** The objectives of the year of a day, with the progress that they had by it. */
async function objectivesOfYear(tx: Db, day: Day, today: Day) {
  const at = viewpointOf(day, today);
  const years = [];
  for (const plan of await listAdoptedPlans(tx, day)) {
    const actions = planAt(await listPlanFacts(tx, { planId: plan.id }, day), plan, at);
    years.push(...actions.flatMap((action) => action.years));
  }
  const objectives = objectivesOn(await listObjectiveFacts(tx), years, at);
  return objectives.filter((objective) => spansYear(spanOf(objective), yearOf(day)));
}
