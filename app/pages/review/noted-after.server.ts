import type { Viewpoint } from "#app/domain/days.ts";
import { notedAfter } from "#app/domain/review/noted-after.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listClosedReviewsOn, listLinesAfter } from "#db/review/noted-lines.ts";
import type { ReviewRow } from "#db/review/reviews.ts";

/**
 * The closed reviews of the very day that a page is asked for, each with what was noted after it (R4); nothing for now, or for a
 * day without a review.
 */
export async function notedAfterOn(at: Viewpoint) {
  return at.isOver
    ? await whileUnchanged(["annotato dopo", at.day], () =>
        inReadTransaction(db, async (tx) => {
          const noted = [];
          for (const review of await listClosedReviewsOn(tx, at.day)) {
            const later = { planId: review.plan_id, sequence: review.head_sequence };
            noted.push({ ...review, lines: notedAfter(await listLinesAfter(tx, later), review) });
          }
          return noted;
        }),
      )
    : [];
}

/** What was noted after one review was closed, of days that it had seen; nothing of one that is open. */
export async function notedAfterReview(review: ReviewRow) {
  const { plan_id, shown_on, head_sequence } = review;
  if (head_sequence === null) return [];
  return whileUnchanged(["annotato dopo la fotografia", review.id], async () =>
    notedAfter(await listLinesAfter(db, { planId: plan_id, sequence: head_sequence }), {
      shown_on,
      head_sequence,
    }),
  );
}
