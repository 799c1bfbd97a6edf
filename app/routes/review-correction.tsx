import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Field } from "#app/components/form/field.tsx";
import { ReviewCrumbs } from "#app/components/review/review-crumbs.tsx";
import { reviewTitle } from "#app/components/review/review-words.ts";
import { followsAForm } from "#app/http.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { openCorrection } from "#app/pages/review/opening.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { closedReviewOr404 } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";

export const meta: MetaFunction = () => [{ title: "Correggi la fotografia – Rotta" }];

const STILL_OPEN = "si cambia, non si corregge";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const review = await closedReviewOr404(params, STILL_OPEN);
  if (review.corrected_by_id !== null && !followsAForm(request))
    throw redirect(reviewAddress(review.corrected_by_id));
  return { review: toldReview(review) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireReviewer(request);
  const review = await closedReviewOr404(params, STILL_OPEN);
  const values = Object.fromEntries(await request.formData());
  const outcome = await openCorrection(user, review, values);
  if (outcome.ok) return redirect(reviewAddress(outcome.id));
  return refuse(outcome.errors, values, outcome.standing !== null);
}

export default function ReviewCorrectionPage() {
  const { review } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ReviewCrumbs review={review} here="Correzione" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={reviewPart(review.id, "correzione")} noValidate>
          <ErrorSummary title="La correzione non è stata aperta" errors={refused?.errors ?? {}} />
          <h1>Correggi la fotografia</h1>
          <p className="sub">{reviewTitle(review)}</p>
          {refused && review.correctedBy && (
            <p className="box warn">
              <a href={reviewAddress(review.correctedBy.id)}>Vai alla correzione che c’è già</a>
            </p>
          )}
          <p className="sent">
            Si apre un’altra fotografia dello stesso piano e dello stesso giorno, che cita questa e comincia
            dai suoi commenti e dalle sue decisioni. Questa resta com’è, con la sua relazione.
          </p>
          <Field
            name="reason"
            label="Perché va corretta"
            hint="che cosa era sbagliato; lo riporta anche la relazione"
            errors={refused?.errors.reason}
          >
            {(field) => (
              <textarea {...field} className="fi ta" rows={5} defaultValue={refused?.typed.reason} />
            )}
          </Field>
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              Apri la correzione
            </button>
            <a href={reviewAddress(review.id)}>Annulla e torna alla fotografia</a>
          </p>
        </form>
      </main>
    </>
  );
}
