import type { Day } from "./domain/days.ts";
import { standingOf } from "./domain/plan-standing.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce, listPlans } from "#db/plans.ts";

/** Every plan, by year, with how it stands on a day. */
export async function plansOnDay(day: Day) {
  const inForce = await findPlanInForce(db, day);
  return (await listPlans(db)).map((plan) => ({ ...plan, standing: standingOf(plan, inForce, day) }));
}
