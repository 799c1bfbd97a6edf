import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { AreaComments } from "#app/components/review/area-comments.tsx";
import { ClosedReview } from "#app/components/review/closed-review.tsx";
import { DecisionsList } from "#app/components/review/decisions-list.tsx";
import { FindingsList } from "#app/components/review/findings-list.tsx";
import { HowToVerify } from "#app/components/review/how-to-verify.tsx";
import { OpenReview } from "#app/components/review/open-review.tsx";
import { reviewTitle } from "#app/components/review/review-words.ts";
import { mayRunReviews } from "#app/domain/permissions.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { notedAfterReview } from "#app/pages/review/noted-after.server.ts";
import { reportOn, reviewOr404 } from "#app/pages/review/review-page.server.ts";
import { reviewPart, reviewsAddress } from "#app/review-addresses.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? reviewTitle(data.review) : "Fotografia"} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const review = await reviewOr404(params);
  const { findings, comment, areas, decisions } = await reportOn(review);
  return {
    review: toldReview(review),
    mayRun: mayRunReviews(user),
    findings,
    comment,
    areas: areas.map(({ code, title, comment, total, counts }) => ({ code, title, comment, total, counts })),
    decisions,
    noted: await notedAfterReview(review),
  };
}

export default function ReviewPage() {
  const { review, mayRun, findings, comment, areas, decisions, noted } = useLoaderData<typeof loader>();
  const isOpen = review.closedAt === null;
  const mayWrite = mayRun && isOpen;
  return (
    <>
      <Crumbs above={[{ address: reviewsAddress(), name: "Fotografie" }]} here={`Piano ${review.plan}`} />
      <main id="contenuto" tabIndex={-1}>
        <h1>{reviewTitle(review)}</h1>
        {isOpen ? (
          <OpenReview review={review} mayWrite={mayWrite} />
        ) : (
          <ClosedReview review={review} mayRun={mayRun} noted={noted} />
        )}
        <p>
          <a className="btn btn-outline-primary noprint" href={reviewPart(review.id, "relazione")}>
            {isOpen ? "Leggi la bozza della relazione" : "Leggi la relazione"}
          </a>
        </p>
        <section aria-labelledby="constatazioni">
          <h2 id="constatazioni">Che cosa dicono i numeri</h2>
          <FindingsList findings={findings} />
        </section>
        <section aria-labelledby="decisioni">
          <h2 id="decisioni">Decisioni chieste alla Giunta</h2>
          <DecisionsList decisions={decisions} />
          {mayWrite && (
            <p className="noprint">
              <a href={reviewPart(review.id, "decisioni")}>Scrivi le decisioni</a>
            </p>
          )}
        </section>
        <section aria-labelledby="commenti">
          <h2 id="commenti">Commenti</h2>
          <AreaComments id={review.id} comment={comment} areas={areas} mayWrite={mayWrite} />
        </section>
        {review.sha256 && review.head && (
          <section aria-labelledby="verifica">
            <h2 id="verifica">Come si verifica</h2>
            <HowToVerify id={review.id} sha256={review.sha256} head={review.head} />
          </section>
        )}
      </main>
    </>
  );
}
