import type { Db } from "../open.ts";

/**
 * What a draft is to take over once it is adopted: each annualità chosen, with the last line of its history, and where it is to
 * go, in the order of the plans. `target_is_planned`: the draft still has that year.
 */
export function listCarryOvers(db: Db, draftId: number) {
  return selectCarryOvers(db)
    .where("target_action.plan_id", "=", draftId)
    .orderBy("plan.first_year")
    .orderBy("plan_action.ordinal")
    .orderBy("source.year")
    .execute();
}

/** Where a draft is to take the annualità of an action, those of which that was chosen. */
export function listCarryOversFrom(db: Db, planActionId: number) {
  return selectCarryOvers(db).where("plan_action.id", "=", planActionId).execute();
}

/** What a draft is to take over into one of its actions. */
export function listCarryOversInto(db: Db, planActionId: number) {
  return selectCarryOvers(db)
    .where("target_action.id", "=", planActionId)
    .orderBy("plan.first_year")
    .orderBy("plan_action.ordinal")
    .orderBy("source.year")
    .execute();
}

/** Where one annualità is chosen to go, if it is. */
export function findCarryOver(db: Db, sourceId: number) {
  return selectCarryOvers(db).where("carry_over.source_action_year_id", "=", sourceId).executeTakeFirst();
}

export async function insertCarryOver(tx: Db, sourceId: number, targetId: number): Promise<void> {
  await tx
    .insertInto("carry_over")
    .values({ source_action_year_id: sourceId, target_action_year_id: targetId })
    .execute();
}

/** What was chosen of some annualità is chosen no longer. */
export async function deleteCarryOvers(tx: Db, sourceIds: readonly number[]): Promise<void> {
  if (sourceIds.length === 0) return;
  await tx.deleteFrom("carry_over").where("source_action_year_id", "in", sourceIds).execute();
}

function selectCarryOvers(db: Db) {
  return db
    .selectFrom("carry_over")
    .innerJoin("action_year as source", "source.id", "carry_over.source_action_year_id")
    .innerJoin("plan_action", "plan_action.id", "source.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .innerJoin("action_year as target", "target.id", "carry_over.target_action_year_id")
    .innerJoin("plan_action as target_action", "target_action.id", "target.plan_action_id")
    .innerJoin("plan as target_plan", "target_plan.id", "target_action.plan_id")
    .select((eb) => [
      "source.id as source_id",
      "plan.code as plan",
      "plan_action.code",
      "source.year",
      "target.id as target_id",
      "target_action.id as target_action_id",
      "target_plan.code as target_plan",
      "target_action.code as target_code",
      "target.year as target_year",
      eb
        .exists(
          eb
            .selectFrom("action_year_life as life")
            .select("life.id")
            .whereRef("life.action_year_id", "=", "target.id")
            .where("life.held_until_on", "is", null),
        )
        .$castTo<0 | 1>()
        .as("target_is_planned"),
      eb.fn
        .coalesce(
          eb
            .selectFrom("status_line as line")
            .select((inner) => inner.fn.max("line.sequence").as("sequence"))
            .whereRef("line.action_year_id", "=", "source.id"),
          eb.val(0),
        )
        .as("last_sequence"),
    ]);
}
