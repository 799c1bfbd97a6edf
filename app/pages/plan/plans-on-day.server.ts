import type { Day } from "#app/domain/days.ts";
import { standingOf } from "#app/domain/plan/plan-standing.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce, listPlans } from "#db/plan/plans.ts";

/** Every plan, by year, with how it stands on a day. */
export function plansOnDay(day: Day) {
  return whileUnchanged(["piani", day], async () => {
    const inForce = await findPlanInForce(db, day);
    return (await listPlans(db)).map((plan) => ({ ...plan, standing: standingOf(plan, inForce, day) }));
  });
}
