import type { Day } from "#app/domain/days.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";

/** Every action that stands on a day, of drafts too, with its plan and what it continues: what a claim is judged among. */
export function listNamableActions(db: Db, day: Day) {
  return db
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .innerJoin("plan_action_version as version", (join) =>
      join.onRef("version.plan_action_id", "=", "plan_action.id").on(heldOn("version", day)),
    )
    .select([
      "plan_action.id",
      "plan_action.plan_id",
      "plan_action.continues_id",
      "plan_action.code",
      "plan.code as plan",
      "plan.adopted_on",
      "version.title",
    ])
    .orderBy("plan.first_year", "desc")
    .orderBy("plan_action.ordinal")
    .execute();
}
