import type { ToldReview } from "#app/domain/review/told-review.ts";
import { momentWithArticle } from "#app/format.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";
import { NotedLines, type NotedLineProps } from "./noted-lines.tsx";

/** What a closed review is: when it was closed, what was noted after, who took note of it, and how it is verified. */
export function ClosedReview({
  review,
  mayRun,
  noted,
}: {
  review: ToldReview;
  mayRun: boolean;
  noted: NotedLineProps[];
}) {
  const { id, closedAt, corrects, correctedBy, noting } = review;
  return (
    <>
      <p className="sub">Chiusa {momentWithArticle(closedAt!)}: dati, testi e numeri sono quelli di allora</p>
      {correctedBy && (
        <p className="box warn">
          {correctedBy.isClosed ? "È stata corretta: vale" : "Se ne sta preparando"}{" "}
          <a href={reviewAddress(correctedBy.id)}>
            {correctedBy.isClosed ? "la fotografia che la corregge" : "la correzione"}
          </a>
          .
        </p>
      )}
      {corrects && (
        <div className="box">
          <p>
            Corregge <a href={reviewAddress(corrects.id)}>la fotografia chiusa prima per lo stesso giorno</a>:
          </p>
          <p className="as-typed">{corrects.reason}</p>
        </div>
      )}
      <p>
        {noting ? (
          <>
            La Giunta ne ha preso atto: <b>{noting}</b>.
          </>
        ) : (
          "La Giunta non ne ha ancora preso atto."
        )}
      </p>
      {mayRun && (
        <p className="buttons noprint">
          {!noting && (
            <a className="btn btn-outline-primary" href={reviewPart(id, "presa-d-atto")}>
              Registra la presa d’atto
            </a>
          )}
          {!correctedBy && <a href={reviewPart(id, "correzione")}>Correggila</a>}
        </p>
      )}
      {noted.length > 0 && (
        <section aria-labelledby="annotate">
          <h2 id="annotate">Annotato dopo la fotografia</h2>
          <p className="sent">
            La fotografia non {noted.length === 1 ? "la" : "le"} conteneva e resta com’era; le pagine che
            chiedono questo giorno
            {noted.length === 1 ? " la" : " le"} contano.
          </p>
          <NotedLines plan={review.plan} lines={noted} caption="Righe annotate dopo la fotografia" />
        </section>
      )}
    </>
  );
}
