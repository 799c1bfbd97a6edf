import type { Db } from "../open.ts";

/** The closed reviews of a plan, by day: each correction after the one that it puts right. */
export function listClosedReviews(db: Db, planId: number) {
  return db
    .selectFrom("review")
    .select(["id", "shown_on"])
    .where("plan_id", "=", planId)
    .where("snapshot_id", "is not", null)
    .orderBy("shown_on")
    .orderBy("id")
    .execute();
}
