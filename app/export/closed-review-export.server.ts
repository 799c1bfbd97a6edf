import type { z } from "zod";
import { dayInRome, type Viewpoint } from "#app/domain/days.ts";
import type { Db } from "#db/open.ts";
import { listReviews, type ReviewRow } from "#db/review/reviews.ts";
import type { CLOSED_REVIEW } from "./closed-review-format.ts";

type ExportedReview = z.output<typeof CLOSED_REVIEW>;

/** The reviews closed by the day, in the order in which they were opened; one that corrects another names it by its hash (R12). */
export async function closedReviewsExport(tx: Db, at: Viewpoint): Promise<ExportedReview[]> {
  const reviews = (await listReviews(tx)).sort((a, b) => a.id - b.id);
  const hashOf = new Map(reviews.map(({ id, sha256 }) => [id, sha256]));
  return reviews.flatMap((review) => {
    const { sha256, closed_at, head_sequence, head_hash, corrects_id } = review;
    if (sha256 === null || closed_at === null || dayInRome(closed_at) > at.day) return [];
    return {
      piano: review.plan,
      al: review.shown_on,
      hash: sha256,
      chiusaIl: closed_at,
      testaCatena: { sequenza: head_sequence!, hash: head_hash! },
      corregge: corrects_id === null ? null : hashOf.get(corrects_id)!,
      presaDAtto: noteOf(review, at),
    };
  });
}

/** The act of who took note, once its day has come. */
function noteOf({ act_organ, act_number, act_on }: ReviewRow, at: Viewpoint) {
  if (act_organ === null || act_number === null || act_on === null || act_on > at.day) return null;
  return { organo: act_organ, numero: act_number, del: act_on };
}
