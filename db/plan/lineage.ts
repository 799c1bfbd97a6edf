import type { Day } from "#app/domain/days.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";

/** Every action of the plans before a year and what it continues: along these an action goes on from plan to plan. */
export function listLinks(db: Db, beforeYear: number) {
  return db
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["plan_action.id", "plan_action.continues_id", "plan_action.code"])
    .where("plan.first_year", "<", beforeYear)
    .execute();
}

/** The actions of earlier plans that an action continues, the nearest first. */
export async function listContinued(db: Db, planActionId: number) {
  const rows = await db
    .withRecursive("line", (cte) =>
      cte
        .selectFrom("plan_action")
        .select(["id", "continues_id"])
        .where("id", "=", planActionId)
        .union(
          cte
            .selectFrom("plan_action as before")
            .innerJoin("line", "line.continues_id", "before.id")
            .select(["before.id", "before.continues_id"]),
        ),
    )
    .selectFrom("line")
    .innerJoin("plan_action", "plan_action.id", "line.id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["plan_action.id", "plan_action.code", "plan.code as plan"])
    .where("line.id", "<>", planActionId)
    .orderBy("plan.first_year", "desc")
    .execute();
  return rows;
}

/** The actions of later plans that continue an action, the nearest first, with their plans. */
export function listContinuing(db: Db, planActionId: number) {
  return db
    .withRecursive("line", (cte) =>
      cte
        .selectFrom("plan_action")
        .select("id")
        .where("id", "=", planActionId)
        .union(
          cte
            .selectFrom("plan_action as after")
            .innerJoin("line", "line.id", "after.continues_id")
            .select("after.id"),
        ),
    )
    .selectFrom("line")
    .innerJoin("plan_action", "plan_action.id", "line.id")
    .select(["plan_action.id", "plan_action.plan_id", "plan_action.code"])
    .where("line.id", "<>", planActionId)
    .orderBy("plan_action.plan_id")
    .execute();
}

/**
 * The actions of other plans that continue this one, or that it continues, however many plans away, as far as they held on
 * the day; the nearest first.
 */
export function listKinOnDay(db: Db, planActionId: number, day: Day) {
  return db
    .withRecursive("kin(id, distance)", (cte) =>
      cte
        .selectFrom("plan_action")
        .select((eb) => ["id", eb.lit(0).as("distance")])
        .where("id", "=", planActionId)
        .union(
          cte
            .selectFrom("kin")
            .innerJoin("plan_action as other", "other.continues_id", "kin.id")
            .where("kin.distance", ">=", 0)
            .select((eb) => ["other.id", eb("kin.distance", "+", 1).as("distance")]),
        )
        .union(
          cte
            .selectFrom("kin")
            .innerJoin("plan_action as one", "one.id", "kin.id")
            .innerJoin("plan_action as other", "other.id", "one.continues_id")
            .where("kin.distance", "<=", 0)
            .select((eb) => ["other.id", eb("kin.distance", "-", 1).as("distance")]),
        ),
    )
    .selectFrom("kin")
    .innerJoin("plan_action", "plan_action.id", "kin.id")
    .innerJoin("plan_action_version as version", "version.plan_action_id", "plan_action.id")
    .select(["plan_action.plan_id", "plan_action.code"])
    .where("kin.distance", "!=", 0)
    .where(heldOn("version", day))
    .orderBy((eb) => eb.fn<number>("abs", ["kin.distance"]))
    .execute();
}
