import type { Db } from "../open.ts";

/** The confirmations of the steps of an objective, round by round (`nessuna novità`), in the order of recording. */
export function listStepConfirmations(db: Db, objectiveId: number) {
  return db
    .selectFrom("monitoring_confirmation as confirmation")
    .innerJoin("monitoring_item as item", "item.id", "confirmation.monitoring_item_id")
    .innerJoin("monitoring as round", "round.id", "item.monitoring_id")
    .innerJoin("objective_step as step", "step.id", "item.objective_step_id")
    .leftJoin("office", "office.id", "confirmation.author_office_id")
    .select(["item.id", "round.title as round", "step.ordinal", "step.code_as_written"])
    .select(["confirmation.note", "confirmation.recorded_at", "confirmation.author_role"])
    .select("office.name as author_office")
    .where("step.objective_id", "=", objectiveId)
    .orderBy("item.id")
    .execute();
}
