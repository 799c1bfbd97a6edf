import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Field } from "#app/components/form/field.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { daysSuggested, openReview } from "#app/pages/review/opening.server.ts";
import { requireReviewer } from "#app/pages/review/permitted.server.ts";
import { reviewAddress, reviewsAddress } from "#app/review-addresses.ts";

export const meta: MetaFunction = () => [{ title: "Apri una fotografia – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireReviewer(request);
  const query = new URL(request.url).searchParams;
  return {
    today: today(),
    plans: (await daysSuggested()).map(({ code }) => code),
    asked: { plan: query.get("piano") ?? undefined, day: query.get("al") ?? undefined },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireReviewer(request);
  const values = Object.fromEntries(await request.formData());
  const outcome = await openReview(user, values);
  if (outcome.ok) return redirect(reviewAddress(outcome.id));
  return refuse(outcome.errors, { ...values, standing: String(outcome.standing ?? "") });
}

export default function ReviewNewPage() {
  const { today, plans, asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? asked;
  const standing = refused?.typed.standing;
  return (
    <>
      <Crumbs above={[{ address: reviewsAddress(), name: "Fotografie" }]} here="Nuova" />
      <main id="contenuto" tabIndex={-1}>
        <div className="cols form">
          <form method="post" action="/fotografie/nuova" noValidate>
            <ErrorSummary title="La fotografia non è stata aperta" errors={refused?.errors ?? {}} />
            <h1>Apri una fotografia</h1>
            {standing && (
              <p className="box warn">
                <a href={reviewAddress(Number(standing))}>Vai alla fotografia che c’è già</a>
              </p>
            )}
            <Field name="plan" label="Piano" errors={refused?.errors.plan}>
              {(field) => (
                <select {...field} className="fi" defaultValue={typed.plan ?? plans.at(-1)}>
                  {plans.map((code) => (
                    <option key={code}>{code}</option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              name="day"
              label="Situazione al"
              hint="di solito il 30/06 o il 31/12; non prima dell’adozione del piano"
              errors={refused?.errors.day}
            >
              {(field) => (
                <input {...field} className="fi" type="date" max={today} defaultValue={typed.day} />
              )}
            </Field>
            <p className="buttons">
              <button className="btn btn-primary" type="submit">
                Apri la fotografia
              </button>
              <a href={reviewsAddress()}>Annulla e torna alle fotografie</a>
            </p>
          </form>
          <section className="aside" aria-labelledby="come">
            <h2 id="come">Come va</h2>
            <ul className="list">
              <li>
                Aperta, si commenta ambito per ambito e si scrivono le decisioni da chiedere alla Giunta.
              </li>
              <li>Finché è aperta, i suoi numeri sono quelli che risultano oggi per quel giorno.</li>
              <li>Chiusa, dati, testi e numeri sono congelati con la loro impronta e non cambiano più.</li>
              <li>
                Da allora solo il RTD registra righe che hanno effetto fino a quel giorno: la fotografia le
                elenca come annotate dopo.
              </li>
            </ul>
          </section>
        </div>
      </main>
    </>
  );
}
