import type { ToldReview } from "#app/domain/review/told-review.ts";
import { dayWith } from "#app/format.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";

/** How an open review stands and, for who runs it, what can be done with it. */
export function OpenReview({ review, mayWrite }: { review: ToldReview; mayWrite: boolean }) {
  return (
    <>
      <p className="sub">
        Aperta {dayWith("il", review.openedOn)}: i numeri sono quelli che risultano oggi per quel giorno, e
        possono ancora cambiare
      </p>
      {review.corrects && (
        <div className="box">
          <p>
            Corregge <a href={reviewAddress(review.corrects.id)}>la fotografia chiusa per lo stesso giorno</a>
            :
          </p>
          <p className="as-typed">{review.corrects.reason}</p>
        </div>
      )}
      {mayWrite && (
        <p className="buttons noprint">
          <a className="btn btn-primary" href={reviewPart(review.id, "chiusura")}>
            Chiudi la fotografia
          </a>
          <a href={reviewPart(review.id, "scarto")}>Scartala</a>
        </p>
      )}
    </>
  );
}
