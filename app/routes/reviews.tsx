import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { DaysToReview } from "#app/components/review/days-to-review.tsx";
import { ReviewTable } from "#app/components/review/review-table.tsx";
import { mayRunReviews } from "#app/domain/permissions.ts";
import { daysSuggested } from "#app/pages/review/opening.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listReviews } from "#db/review/reviews.ts";

export const meta: MetaFunction = () => [{ title: "Fotografie – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const mayRun = mayRunReviews(user);
  return {
    mayRun,
    reviews: (await listReviews(db)).map(toldReview),
    plans: mayRun ? await daysSuggested() : [],
  };
}

export default function ReviewsPage() {
  const { mayRun, reviews, plans } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs here="Fotografie" />
      <main id="contenuto" tabIndex={-1}>
        <h1>Fotografie</h1>
        <p className="sub">
          Una fotografia è la situazione di un piano alla fine di un giorno, con i commenti del RTD e le
          decisioni chieste alla Giunta. Chiusa, non cambia più.
        </p>
        {reviews.length === 0 ? (
          <p className="sent">Non c’è ancora nessuna fotografia.</p>
        ) : (
          <ReviewTable reviews={reviews} />
        )}
        {mayRun && (
          <section aria-labelledby="prossime" className="noprint">
            <h2 id="prossime">Da fotografare</h2>
            <DaysToReview plans={plans} />
            <p>
              <a className="btn btn-primary" href="/fotografie/nuova">
                Apri una fotografia
              </a>
            </p>
          </section>
        )}
      </main>
    </>
  );
}
