import type { Day } from "#app/domain/days.ts";
import type { Db } from "./open.ts";

export function findPlan(db: Db, code: string) {
  return db.selectFrom("plan").selectAll().where("code", "=", code).executeTakeFirst();
}

export function listPlans(db: Db) {
  return db.selectFrom("plan").selectAll().orderBy("first_year").execute();
}

/** The plan in force on a day: adopted by then, its years not over; else the latest adopted by then (design, section 5). */
export async function findPlanInForce(db: Db, day: Day) {
  const year = Number(day.slice(0, 4));
  const adopted = await db
    .selectFrom("plan")
    .selectAll()
    .where("adopted_on", "<=", day)
    .orderBy("first_year", "desc")
    .execute();
  return adopted.find((plan) => plan.first_year <= year && year <= plan.last_year) ?? adopted[0];
}
