import { formatDay } from "#app/format.ts";
import type { ToldReview } from "#app/domain/review/told-review.ts";
import { reviewAddress } from "#app/review-addresses.ts";
import { standingWords } from "./review-words.ts";

/** Every review, the latest day first, with its hash and the act by which it was taken note of. */
export function ReviewTable({ reviews }: { reviews: ToldReview[] }) {
  return (
    <table role="table" className="t cards reviews">
      <caption className="sr">Le fotografie, dal giorno più recente</caption>
      <thead role="rowgroup">
        <tr role="row">
          {["Situazione al", "Piano", "Stato", "Presa d’atto", "Impronta"].map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {reviews.map((review) => (
          <tr role="row" key={review.id}>
            <th role="rowheader" scope="row">
              <a href={reviewAddress(review.id)}>{formatDay(review.day)}</a>
              {review.corrects && <span className="d"> correzione</span>}
            </th>
            <td role="cell" data-label="Piano">
              {review.plan}
            </td>
            <td role="cell" data-label="Stato">
              {standingWords(review)}
            </td>
            <td role="cell" data-label="Presa d’atto">
              {review.noting ?? "–"}
            </td>
            <td role="cell" data-label="Impronta">
              {review.sha256 ? <code>{review.sha256.slice(0, 12)}…</code> : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
