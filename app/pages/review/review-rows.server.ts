import { dayInRome } from "#app/domain/days.ts";
import type { ToldReview } from "#app/domain/review/told-review.ts";
import { dayWith } from "#app/format.ts";
import type { ReviewRow } from "#db/review/reviews.ts";

export function toldReview(review: ReviewRow): ToldReview {
  const { id, plan, shown_on, version, sha256, head_sequence, head_hash, closed_at } = review;
  return {
    id,
    plan,
    day: shown_on,
    version,
    openedOn: dayInRome(review.recorded_at),
    closedAt: closed_at,
    sha256,
    head: head_sequence === null ? null : { sequence: head_sequence, hash: head_hash! },
    corrects:
      review.corrects_id === null ? null : { id: review.corrects_id, reason: review.correction_reason! },
    correctedBy:
      review.corrected_by_id === null
        ? null
        : { id: review.corrected_by_id, isClosed: review.corrected_by_snapshot_id !== null },
    noting:
      review.act_organ === null
        ? null
        : `${review.act_organ}, atto n. ${review.act_number} ${dayWith("del", review.act_on!)}`,
  };
}
