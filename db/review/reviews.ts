import type { Day } from "#app/domain/days.ts";
import type { Db } from "../open.ts";

export type ReviewRow = NonNullable<Awaited<ReturnType<typeof findReview>>>;

/** A review with its plan, its hash where it is closed, the one that puts it right where there is one, and the act of who took note of it. */
function selectReviews(db: Db) {
  return db
    .selectFrom("review")
    .innerJoin("plan", "plan.id", "review.plan_id")
    .leftJoin("snapshot", "snapshot.id", "review.snapshot_id")
    .leftJoin("review as correction", "correction.corrects_id", "review.id")
    .leftJoin("snapshot as correcting", "correcting.id", "correction.snapshot_id")
    .leftJoin("review_noting as noting", "noting.review_id", "review.id")
    .select([
      "review.id",
      "review.plan_id",
      "plan.code as plan",
      "review.shown_on",
      "review.corrects_id",
      "review.correction_reason",
      "review.version",
      "review.snapshot_id",
      "review.author_id",
      "review.recorded_at",
      "snapshot.sha256",
      "snapshot.head_sequence",
      "snapshot.head_hash",
      "snapshot.recorded_at as closed_at",
      "correction.id as corrected_by_id",
      "correcting.id as corrected_by_snapshot_id",
      "noting.act_organ",
      "noting.act_number",
      "noting.act_on",
    ]);
}

/** Every review: the latest day first; of one day, the last correction first. */
export function listReviews(db: Db) {
  return selectReviews(db).orderBy("review.shown_on", "desc").orderBy("review.id", "desc").execute();
}

export function findReview(db: Db, id: number) {
  return selectReviews(db).where("review.id", "=", id).executeTakeFirst();
}

/** The reviews of a plan and a day, the first one first: it, its correction, the correction of that. */
export function listReviewsOfDay(db: Db, planId: number, day: Day) {
  return selectReviews(db)
    .where("review.plan_id", "=", planId)
    .where("review.shown_on", "=", day)
    .orderBy("review.id")
    .execute();
}

/** The text that a closed review froze. */
export function findSnapshotText(db: Db, snapshotId: number) {
  return db
    .selectFrom("snapshot")
    .select(["content", "sha256"])
    .where("id", "=", snapshotId)
    .executeTakeFirstOrThrow();
}

/** The last review of a plan closed for a day before another: the one that the next compares itself with. Corrected ones give way to their correction. */
export function findReviewBefore(db: Db, planId: number, day: Day) {
  return db
    .selectFrom("review")
    .innerJoin("snapshot", "snapshot.id", "review.snapshot_id")
    .select(["review.id", "review.shown_on", "snapshot.content", "snapshot.sha256"])
    .where("review.plan_id", "=", planId)
    .where("review.shown_on", "<", day)
    .orderBy("review.shown_on", "desc")
    .orderBy("review.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function listComments(db: Db, reviewId: number) {
  return db
    .selectFrom("review_comment")
    .select(["area_code", "text"])
    .where("review_id", "=", reviewId)
    .orderBy("area_code")
    .execute();
}

export function listDecisions(db: Db, reviewId: number) {
  return db
    .selectFrom("review_decision")
    .select(["ordinal", "text", "suggested_by"])
    .where("review_id", "=", reviewId)
    .orderBy("ordinal")
    .execute();
}

/** The last day that a closed review of a plan has seen: up to it, only the RTD records (R4). Undefined where none is closed. */
export async function findReviewedUpTo(db: Db, planId: number): Promise<Day | undefined> {
  const last = await db
    .selectFrom("review")
    .select((eb) => eb.fn.max("shown_on").as("day"))
    .where("plan_id", "=", planId)
    .where("snapshot_id", "is not", null)
    .executeTakeFirst();
  return last?.day ?? undefined;
}

/** The same, of the plan of an annualità. */
export async function findReviewedUpToOf(db: Db, actionYearId: number): Promise<Day | undefined> {
  const { plan_id } = await db
    .selectFrom("action_year")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select("plan_action.plan_id")
    .where("action_year.id", "=", actionYearId)
    .executeTakeFirstOrThrow();
  return findReviewedUpTo(db, plan_id);
}
