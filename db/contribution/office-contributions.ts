import type { Day } from "#app/domain/days.ts";
import type { Db } from "../open.ts";

/** The last contributions that an office reported by a day (R10), newest first. */
export function listLatestContributionsOf(db: Db, officeId: number, day: Day, limit: number) {
  return db
    .selectFrom("contribution")
    .innerJoin("action_year", "action_year.id", "contribution.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select([
      "contribution.id",
      "plan.code as plan",
      "plan_action.code",
      "action_year.year",
      "contribution.status",
      "contribution.progress",
      "contribution.effective_on",
      "contribution.note",
    ])
    .where("contribution.office_id", "=", officeId)
    .where("contribution.effective_on", "<=", day)
    .orderBy("contribution.effective_on", "desc")
    .orderBy("contribution.id", "desc")
    .limit(limit)
    .execute();
}
