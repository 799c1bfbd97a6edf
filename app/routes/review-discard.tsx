import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { ReviewCrumbs } from "#app/components/review/review-crumbs.tsx";
import { reviewTitle } from "#app/components/review/review-words.ts";
import { count } from "#app/format.ts";
import { guard, refuse } from "#app/pages/form/form-readers.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { MOVED_LABEL } from "#app/pages/review/review-forms.server.ts";
import { openReviewOr404 } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewAddress, reviewPart, reviewsAddress } from "#app/review-addresses.ts";
import { db } from "#db/connection.server.ts";
import { recordDiscard } from "#db/review/review-writes.ts";
import { listComments, listDecisions } from "#db/review/reviews.ts";

export const meta: MetaFunction = () => [{ title: "Scarta la fotografia – Rotta" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  return {
    review: toldReview(review),
    comments: (await listComments(db, review.id)).length,
    decisions: (await listDecisions(db, review.id)).length,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  const values = Object.fromEntries(await request.formData());
  const outcome = await recordDiscard(db, review.id, guard.parse(values.version));
  if (!outcome.recorded) return refuse({ scarta: [MOVED_LABEL[outcome.moved]] }, values, true);
  return redirect(reviewsAddress());
}

export default function ReviewDiscardPage() {
  const { review, comments, decisions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ReviewCrumbs review={review} here="Scarta" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={reviewPart(review.id, "scarto")} noValidate>
          <ErrorSummary title="La fotografia non è stata scartata" errors={refused?.errors ?? {}} />
          <h1>Scarta la fotografia</h1>
          <p className="sub">{reviewTitle(review)}</p>
          <input type="hidden" name="version" value={review.version} />
          <p className="sent">
            {comments + decisions === 0
              ? "Non vi è scritto nulla."
              : `Con essa si perdono ${count(comments, "commento", "commenti")} e ${count(decisions, "decisione", "decisioni")}.`}{" "}
            I dati del piano restano come sono: una fotografia dello stesso giorno si può aprire di nuovo.
          </p>
          <p className="buttons">
            <button className="btn btn-primary" type="submit" id="scarta">
              Scarta la fotografia
            </button>
            <a href={reviewAddress(review.id)}>Annulla e torna alla fotografia</a>
          </p>
        </form>
      </main>
    </>
  );
}
