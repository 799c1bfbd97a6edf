import type { Day } from "./domain/days.ts";
import { standingOf } from "./domain/plan-standing.ts";
import { whileUnchanged } from "./unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce, listPlans } from "#db/plans.ts";

/** Every plan, by year, with how it stands on a day. */
export function plansOnDay(day: Day) {
  return whileUnchanged(["piani", day], async () => {
    const inForce = await findPlanInForce(db, day);
    return (await listPlans(db)).map((plan) => ({ ...plan, standing: standingOf(plan, inForce, day) }));
  });
}
