import type { ToldReview } from "#app/domain/review/told-review.ts";
import { reviewAddress, reviewsAddress } from "#app/review-addresses.ts";
import { Crumbs } from "../frame/crumbs.tsx";

/** Where a page of a review is: under the review, under all of them. */
export function ReviewCrumbs({ review, here }: { review: ToldReview; here: string }) {
  return (
    <Crumbs
      above={[
        { address: reviewsAddress(), name: "Fotografie" },
        { address: reviewAddress(review.id), name: `Piano ${review.plan}` },
      ]}
      here={here}
    />
  );
}
