import type { Db } from "../open.ts";

/** Where the documents do not agree with themselves: on one objective, or (`objective_id` null) on a document as a whole. */
export function listDiscrepancies(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_discrepancy")
    .select(["id", "objective_id", "detail", "source"])
    .where((where) => where.or([where("objective_id", "=", objectiveId), where("objective_id", "is", null)]))
    .orderBy("id")
    .execute();
}

/** What a document says that matters most, area by area, in its order. */
export function listPriorities(db: Db, document: string) {
  return db
    .selectFrom("objective_priority")
    .select(["ordinal", "area", "text"])
    .where("document", "=", document)
    .orderBy("ordinal")
    .execute();
}
