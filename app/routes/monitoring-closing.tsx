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
import { MonitoringSentence } from "#app/components/monitoring/monitoring-sentence.tsx";
import { countAnswers } from "#app/domain/monitoring/answers.ts";
import { count } from "#app/format.ts";
import { monitoringAddress, monitoringsAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { readClosing } from "#app/pages/monitoring/closing.server.ts";
import { toldRound } from "#app/pages/monitoring/item-rows.server.ts";
import { officeRowsOf } from "#app/pages/monitoring/office-rows.server.ts";
import { requireMonitor } from "#app/pages/monitoring/permitted.server.ts";
import { standingOr404 } from "#app/pages/monitoring/standing.server.ts";
import { followsAForm } from "#app/http.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { recordClosing } from "#db/monitoring/monitorings.ts";

export const meta: MetaFunction = () => [{ title: "Chiudi il giro di monitoraggio – Rotta" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMonitor(request);
  const { round, items } = await standingOr404(params.round);
  if (round.closed_at !== null && !followsAForm(request)) throw redirect(monitoringAddress(round.id));
  return {
    today: today(),
    round: toldRound(round),
    counts: countAnswers(items.map(({ answer }) => answer)),
    missing: officeRowsOf(items).filter(({ waiting }) => waiting > 0),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireMonitor(request);
  const { round } = await standingOr404(params.round);
  const values = Object.fromEntries(await request.formData());
  const read = readClosing(values);
  if (!read.ok) return refuse(read.errors, values);
  const isClosed = await recordClosing(db, round.id, { note: read.note, by: authorOf(user) });
  if (!isClosed) return refuse({ note: [CLOSED_MEANWHILE] }, values, true);
  return redirect(monitoringAddress(round.id));
}

const CLOSED_MEANWHILE =
  "Il giro è già stato chiuso, e resta come è stato chiuso: questa nota non è stata salvata";

export default function MonitoringClosingPage() {
  const { today, round, counts, missing } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = monitoringAddress(round.id);
  return (
    <>
      <Crumbs
        above={[
          { address: monitoringsAddress(), name: "Giri di monitoraggio" },
          { address, name: round.title },
        ]}
        here="Chiusura"
      />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={monitoringAddress(round.id, "chiusura")} noValidate>
          <div className="cols form">
            <div>
              <ErrorSummary title="Il giro non è stato chiuso" errors={refused?.errors ?? {}} />
              <h1>Chiudi il giro</h1>
              <p className="sub">{round.title}</p>
              <MonitoringSentence round={round} counts={counts} today={today} />
              <Field
                name="note"
                label="Nota di chiusura (facoltativa)"
                hint="che cosa è emerso, che cosa resta da chiedere; la legge chiunque apra il giro"
                errors={refused?.errors.note}
              >
                {(field) => (
                  <textarea {...field} className="fi ta" rows={4} defaultValue={refused?.typed.note} />
                )}
              </Field>
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Chiudi il giro
                </button>
                <a href={address}>Annulla e torna al giro</a>
              </p>
            </div>
            <section className="aside" aria-labelledby="effetti">
              <h2 id="effetti">Che cosa cambia se chiudi</h2>
              <ul className="list">
                <li>
                  Le risposte restano quelle date fin qui: quello che un ufficio scrive dopo non è più una
                  risposta.
                </li>
                <li>Un giro chiuso non si riapre. Se serve ancora una risposta, se ne apre un altro.</li>
                {missing.map(({ code, name, waiting }) => (
                  <li key={code}>
                    {name}: {count(waiting, "voce resta", "voci restano")} senza risposta.
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </form>
      </main>
    </>
  );
}
