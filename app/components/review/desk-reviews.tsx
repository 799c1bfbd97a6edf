import type { ToldReview } from "#app/domain/review/told-review.ts";
import { dayWith } from "#app/format.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";

/** On a desk: the reviews that the RTD has still to close or, for who reads, the report of the last one closed. */
export function DeskReviews({ reviews }: { reviews: ToldReview[] }) {
  return reviews.map(({ id, plan, day, closedAt }) => (
    <p className="sent" key={id}>
      {closedAt === null ? (
        <>
          È aperta la{" "}
          <a href={reviewAddress(id)}>
            fotografia del piano {plan} {dayWith("al", day)}
          </a>
          : si commenta e si chiude.
        </>
      ) : (
        <>
          L’ultima fotografia:{" "}
          <a href={reviewPart(id, "relazione")}>
            relazione sul piano {plan} {dayWith("al", day)}
          </a>
          .
        </>
      )}
    </p>
  ));
}
