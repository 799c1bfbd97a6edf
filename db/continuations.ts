import type { Day } from "#app/domain/days.ts";
import { heldOn } from "./life.ts";
import type { Db } from "./open.ts";

/**
 * The actions of other plans that continue this one, or that it continues, however many plans away, as far as they held on
 * the day; the nearest first.
 */
export function listContinuations(db: Db, planActionId: number, day: Day) {
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
