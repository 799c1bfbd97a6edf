import type { Viewpoint } from "#app/domain/days.ts";
import { notedAfter } from "#app/domain/review/noted-after.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listClosedReviewsOn, listLinesAfter } from "#db/review/noted-lines.ts";

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
