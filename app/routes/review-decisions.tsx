import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { DecisionsFields } from "#app/components/review/decisions-fields.tsx";
import { ReviewCrumbs } from "#app/components/review/review-crumbs.tsx";
import { reviewTitle } from "#app/components/review/review-words.ts";
import type { FormErrors } from "#app/pages/form/form-readers.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { MOVED_LABEL, readDecisions } from "#app/pages/review/review-forms.server.ts";
import { draftOf, openReviewOr404 } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";
import { db } from "#db/connection.server.ts";
import { recordDecisions } from "#db/review/review-writes.ts";
import { listDecisions } from "#db/review/reviews.ts";

export const meta: MetaFunction = () => [{ title: "Decisioni chieste alla Giunta – Rotta" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  const written = await listDecisions(db, review.id);
  const taken = new Set(written.map(({ suggested_by }) => suggested_by));
  const { suggestions } = await draftOf(review);
  return {
    review: toldReview(review),
    written: written.map(({ text, suggested_by }) => ({ text, key: suggested_by ?? "" })),
    suggestions: suggestions.filter(({ key }) => !taken.has(key)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  const form = await request.formData();
  const { suggestions } = await draftOf(review);
  const read = readDecisions(form, suggestions);
  if (!read.ok) return refuseAll(read.errors, form, 422);
  const outcome = await recordDecisions(db, review.id, read);
  if (!outcome.recorded) return refuseAll({ "text-0": [MOVED_LABEL[outcome.moved]] }, form, 409);
  return redirect(`${reviewAddress(review.id)}#decisioni`);
}

/** The same page again with every text that was typed, under its own key. */
function refuseAll(errors: FormErrors, form: FormData, status: number) {
  const keys = form.getAll("key").map(String);
  const texts = form.getAll("text").map((text, index) => ({ text: String(text), key: keys[index] ?? "" }));
  return data({ errors, texts, ticked: form.getAll("suggested").map(String) }, { status });
}

export default function ReviewDecisionsPage() {
  const { review, written, suggestions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ReviewCrumbs review={review} here="Decisioni" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={reviewPart(review.id, "decisioni")} noValidate>
          <ErrorSummary title="Le decisioni non sono state salvate" errors={refused?.errors ?? {}} />
          <h1>Decisioni chieste alla Giunta</h1>
          <p className="sub">{reviewTitle(review)}</p>
          <input type="hidden" name="version" value={review.version} />
          <DecisionsFields
            written={refused ? refused.texts.filter(({ text }) => text !== "") : written}
            suggestions={suggestions}
            ticked={refused?.ticked ?? []}
            errors={refused?.errors ?? {}}
          />
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              Salva le decisioni
            </button>
            <a href={reviewAddress(review.id)}>Annulla e torna alla fotografia</a>
          </p>
        </form>
      </main>
    </>
  );
}
