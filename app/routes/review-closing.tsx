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
import { WhatIsFrozen } from "#app/components/review/what-is-frozen.tsx";
import { guard, refuse } from "#app/pages/form/form-readers.server.ts";
import { missingIn } from "#app/pages/review/missing.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { MOVED_LABEL } from "#app/pages/review/review-forms.server.ts";
import { contentToFreeze, openReviewOr404, reportOn } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { recordClosing } from "#db/review/review-writes.ts";

export const meta: MetaFunction = () => [{ title: "Chiudi la fotografia – Rotta" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  const report = await reportOn(review);
  return { review: toldReview(review), missing: missingIn(report) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  const values = Object.fromEntries(await request.formData());
  const by = authorOf(user);
  const outcome = await recordClosing(db, review.id, {
    version: guard.parse(values.version),
    contentOf: (tx, standing) => contentToFreeze(tx, standing, by.at),
    by,
  });
  if (!outcome.recorded) return refuse({ chiudi: [MOVED_LABEL[outcome.moved]] }, values, true);
  return redirect(reviewAddress(review.id));
}

export default function ReviewClosingPage() {
  const { review, missing } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = reviewAddress(review.id);
  return (
    <>
      <ReviewCrumbs review={review} here="Chiusura" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={reviewPart(review.id, "chiusura")} noValidate>
          <ErrorSummary title="La fotografia non è stata chiusa" errors={refused?.errors ?? {}} />
          <h1>Chiudi la fotografia</h1>
          <p className="sub">{reviewTitle(review)}</p>
          <input type="hidden" name="version" value={review.version} />
          <WhatIsFrozen missing={missing} />
          <p className="buttons">
            <button className="btn btn-primary" type="submit" id="chiudi">
              Chiudi la fotografia
            </button>
            <a href={address}>Annulla e torna alla fotografia</a>
          </p>
        </form>
      </main>
    </>
  );
}
