import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type Params, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Field } from "#app/components/form/field.tsx";
import { ReviewCrumbs } from "#app/components/review/review-crumbs.tsx";
import { reviewTitle } from "#app/components/review/review-words.ts";
import { SituationCounts } from "#app/components/review/situation-counts.tsx";
import { notFound } from "#app/http.server.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { MOVED_LABEL, readComment } from "#app/pages/review/review-forms.server.ts";
import { openReviewOr404, reportOn } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewAddress, reviewPart } from "#app/review-addresses.ts";
import { db } from "#db/connection.server.ts";
import { recordComment } from "#db/review/review-writes.ts";

export const meta: MetaFunction = () => [{ title: "Commento alla fotografia – Rotta" }];

/** The address of what is said of the whole plan, among those of its areas. */
const WHOLE = "generale";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  return { review: toldReview(review), area: params.area!, ...(await commented(review, params)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireReviewer(request);
  const review = await openReviewOr404(request, params);
  await commented(review, params);
  const values = Object.fromEntries(await request.formData());
  const read = readComment(values);
  if (!read.ok) return refuse(read.errors, values);
  const area = params.area === WHOLE ? "" : params.area!;
  const outcome = await recordComment(db, review.id, { area, text: read.text, version: read.version });
  if (!outcome.recorded) return refuse({ text: [MOVED_LABEL[outcome.moved]] }, values, true);
  return redirect(`${reviewAddress(review.id)}#commenti`);
}

/** What a comment is about, with the text that there is and the figures that it stands beside; 404 for what is no area of the plan. */
async function commented(review: Parameters<typeof reportOn>[0], params: Params) {
  const { areas, comment } = await reportOn(review);
  if (params.area === WHOLE) return { name: "Sul piano intero", text: comment, figures: null };
  const area = areas.find(({ code }) => code === params.area);
  if (!area) throw notFound("Nel piano, in quel giorno, non c’è un ambito con questo codice.");
  const { code, title, total, counts } = area;
  return { name: `Ambito ${code}, ${title}`, text: area.comment, figures: { total, counts } };
}

export default function ReviewCommentPage() {
  const { review, area, name, text, figures } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = reviewAddress(review.id);
  return (
    <>
      <ReviewCrumbs review={review} here="Commento" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={reviewPart(review.id, "commenti", area)} noValidate>
          <ErrorSummary title="Il commento non è stato salvato" errors={refused?.errors ?? {}} />
          <h1>Commento: {name}</h1>
          <p className="sub">{reviewTitle(review)}</p>
          {figures && <SituationCounts {...figures} />}
          <input type="hidden" name="version" value={review.version} />
          <Field
            name="text"
            label="Commento"
            hint="va nella relazione com’è scritto, righe comprese; lasciato vuoto, non c’è"
            errors={refused?.errors.text}
          >
            {(field) => (
              <textarea {...field} className="fi ta" rows={14} defaultValue={refused?.typed.text ?? text} />
            )}
          </Field>
          {refused?.isConflict && text !== "" && (
            <div className="box">
              <p>Ora c’è scritto:</p>
              <p className="as-typed">{text}</p>
            </div>
          )}
          <p className="buttons">
            <button className="btn btn-primary" type="submit">
              Salva il commento
            </button>
            <a href={address}>Annulla e torna alla fotografia</a>
          </p>
        </form>
      </main>
    </>
  );
}
