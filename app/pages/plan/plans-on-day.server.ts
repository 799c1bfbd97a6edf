import type { Day, Viewpoint } from "#app/domain/days.ts";
import { standingOf } from "#app/domain/plan/plan-standing.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce, listPlans } from "#db/plan/plans.ts";
import { shortcutsOf } from "./plan-on-day.server.ts";

/** Past days worth a link on a page of all plans: the ends of the years of the one in force on the day looked at. */
export async function shortcutsOnDay({ at, today }: { at: Viewpoint; today: Day }): Promise<Day[]> {
  const plan = (await plansOnDay(at.day)).find(({ standing }) => standing === "in-force");
  return plan ? shortcutsOf(plan, today) : [];
}

/** Every plan, by year, with how it stands on a day. */
export function plansOnDay(day: Day) {
  return whileUnchanged(["piani", day], async () => {
    const inForce = await findPlanInForce(db, day);
    return (await listPlans(db)).map((plan) => ({ ...plan, standing: standingOf(plan, inForce, day) }));
  });
}
