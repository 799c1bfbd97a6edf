import type { Db } from "#db/open.ts";

/** A plan that is loaded: the years that it covers, the day of its adoption, and the ids of its actions by code. */
export type AdoptedPlan = {
  firstYear: number;
  lastYear: number;
  adoptedOn: string;
  actions: Map<string, number>;
};

/** The plans that are loaded, by code. */
export async function listAdoptedPlans(tx: Db): Promise<Map<string, AdoptedPlan>> {
  const rows = await tx
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["plan.code as plan", "plan.adopted_on", "plan.first_year", "plan.last_year"])
    .select(["plan_action.code", "plan_action.id"])
    .execute();
  const plans = new Map<string, AdoptedPlan>();
  for (const { plan, adopted_on, first_year, last_year, code, id } of rows) {
    if (!plans.has(plan))
      plans.set(plan, {
        firstYear: first_year,
        lastYear: last_year,
        adoptedOn: adopted_on!,
        actions: new Map(),
      });
    plans.get(plan)!.actions.set(code, id);
  }
  return plans;
}
