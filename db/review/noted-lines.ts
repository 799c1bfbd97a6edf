import type { Day } from "#app/domain/days.ts";
import type { Db } from "../open.ts";

/** The closed reviews of a day that stand, one for each plan: where one was put right, its last closed correction. */
export async function listClosedReviewsOn(db: Db, day: Day) {
  const reviews = await db
    .selectFrom("review")
    .innerJoin("snapshot", "snapshot.id", "review.snapshot_id")
    .innerJoin("plan", "plan.id", "review.plan_id")
    .select([
      "review.id",
      "review.plan_id",
      "plan.code as plan",
      "review.shown_on",
      "review.corrects_id",
      "snapshot.head_sequence",
    ])
    .where("review.shown_on", "=", day)
    .orderBy("plan.first_year")
    .orderBy("review.id")
    .execute();
  const corrected = new Set(reviews.map((review) => review.corrects_id));
  return reviews.filter((review) => !corrected.has(review.id));
}

/** The lines of a plan recorded after one of the chain, in order of recording. Names of people are not in it. */
export function listLinesAfter(db: Db, { planId, sequence }: { planId: number; sequence: number }) {
  return db
    .selectFrom("status_line as line")
    .innerJoin("action_year", "action_year.id", "line.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .leftJoin("action_year as target", "target.id", "line.target_action_year_id")
    .leftJoin("status_line as replaced", "replaced.sequence", "line.replaces_sequence")
    .leftJoin("office", "office.id", "line.author_office_id")
    .select([
      "line.sequence",
      "line.action_year_id",
      "plan_action.code",
      "action_year.year",
      "line.from_status",
      "line.to_status",
      "line.progress",
      "target.year as target_year",
      "line.evidence_commitment",
      "line.effective_on",
      "line.recorded_at",
      "line.replaces_sequence",
      "replaced.effective_on as replaced_effective_on",
      "line.author_role",
      "office.name as author_office",
    ])
    .where("plan_action.plan_id", "=", planId)
    .where("line.sequence", ">", sequence)
    .orderBy("line.sequence")
    .execute();
}
