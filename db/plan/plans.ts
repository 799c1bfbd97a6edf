import { type Day, yearOf } from "#app/domain/days.ts";
import type { Db } from "../open.ts";

export function findPlan(db: Db, code: string) {
  return db.selectFrom("plan").selectAll().where("code", "=", code).executeTakeFirst();
}

export function listPlans(db: Db) {
  return db.selectFrom("plan").selectAll().orderBy("first_year").execute();
}

/** Whether a plan is there and not adopted yet: asked again in the transaction that writes into it. */
export async function isDraft(db: Db, planId: number): Promise<boolean> {
  const plan = await db.selectFrom("plan").select("adopted_on").where("id", "=", planId).executeTakeFirst();
  return plan?.adopted_on === null;
}

/** The plan in force on a day: adopted by then, its years not over; else the latest adopted by then (design, section 5). */
export async function findPlanInForce(db: Db, day: Day) {
  return inForceAmong(await listAdoptedPlans(db, day), day);
}

/** The plans adopted by a day, the earlier first. */
export function listAdoptedPlans(db: Db, day: Day) {
  return db.selectFrom("plan").selectAll().where("adopted_on", "<=", day).orderBy("first_year").execute();
}

/** Of plans adopted by a day, the earlier first, the one in force on it. */
export function inForceAmong<Plan extends { first_year: number; last_year: number }>(
  adopted: readonly Plan[],
  day: Day,
): Plan | undefined {
  const year = yearOf(day);
  return adopted.find((plan) => plan.first_year <= year && year <= plan.last_year) ?? adopted.at(-1);
}
