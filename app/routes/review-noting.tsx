import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { NotingFields } from "#app/components/review/noting-fields.tsx";
import { ReviewCrumbs } from "#app/components/review/review-crumbs.tsx";
import { reviewTitle } from "#app/components/review/review-words.ts";
import { dayInRome } from "#app/domain/days.ts";
import { followsAForm } from "#app/http.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { readNoting } from "#app/pages/review/review-forms.server.ts";
import { closedReviewOr404 } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { recordNoting } from "#db/review/review-writes.ts";

export const meta: MetaFunction = () => [{ title: "Presa d’atto della Giunta – Rotta" }];

const STILL_OPEN = "la Giunta prende atto di una fotografia chiusa";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const review = await closedReviewOr404(params, STILL_OPEN);
  if (review.act_organ !== null && !followsAForm(request)) throw redirect(reviewAddress(review.id));
  return { review: toldReview(review), today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireReviewer(request);
  const review = await closedReviewOr404(params, STILL_OPEN);
  const values = Object.fromEntries(await request.formData());
  const read = readNoting(values, dayInRome(review.closed_at!));
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await recordNoting(db, review.id, read.noting, authorOf(user));
  if (!outcome.recorded) return refuse({ organ: [ALREADY_NOTED] }, values, true);
  return redirect(reviewAddress(review.id));
}

const ALREADY_NOTED =
  "La presa d’atto è già registrata con un altro atto, e resta quella: questo non è stato salvato";

export default function ReviewNotingPage() {
  const { review, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ReviewCrumbs review={review} here="Presa d’atto" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={reviewPart(review.id, "presa-d-atto")} noValidate>
          <ErrorSummary title="La presa d’atto non è stata registrata" errors={refused?.errors ?? {}} />
          <h1>Registra la presa d’atto della Giunta</h1>
          <p className="sub">{reviewTitle(review)}</p>
          {refused?.isConflict && review.noting && <p className="box warn">È registrata: {review.noting}.</p>}
          <NotingFields typed={refused?.typed ?? {}} errors={refused?.errors ?? {}} today={today} />
          <p className="sent">
            Si scrive una volta sola, accanto alla fotografia: non entra in ciò che è congelato.
          </p>
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              Registra la presa d’atto
            </button>
            <a href={reviewAddress(review.id)}>Annulla e torna alla fotografia</a>
          </p>
        </form>
      </main>
    </>
  );
}
