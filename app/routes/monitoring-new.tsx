import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OpeningFields } from "#app/components/monitoring/opening-fields.tsx";
import { PreviewTable } from "#app/components/monitoring/preview-table.tsx";
import { isDay } from "#app/domain/days.ts";
import { askedWords } from "#app/monitoring-sentences.ts";
import { monitoringAddress, monitoringsAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  openMonitoring,
  previewOf,
  readOpening,
  usualOpening,
} from "#app/pages/monitoring/opening.server.ts";
import { requireMonitor } from "#app/pages/monitoring/permitted.server.ts";
import { db } from "#db/connection.server.ts";
import { findOpenMonitoring } from "#db/monitoring/monitorings.ts";

export const meta: MetaFunction = () => [{ title: "Apri un giro di monitoraggio – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMonitor(request);
  const open = await findOpenMonitoring(db);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const prefilled = { ...usualOpening(), ...asked };
  const previewed = isDay(prefilled.lookedAtOn) ? prefilled.lookedAtOn : usualOpening().lookedAtOn;
  return {
    today: today(),
    open: open ? { id: open.id, title: open.title } : null,
    prefilled,
    previewed,
    offices: (await previewOf(previewed)).filter(({ years, steps }) => years + steps > 0),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireMonitor(request);
  const values = Object.fromEntries(await request.formData());
  const read = readOpening(values);
  if (!read.ok) return refuse(read.errors, values);
  const outcome = await openMonitoring(user, read.opening);
  if (outcome.ok) return redirect(monitoringAddress(outcome.id));
  if (outcome.reason === "nothing-to-ask") return refuse({ lookedAtOn: [NOTHING_TO_ASK] }, values);
  return refuse({ title: [alreadyOpen(outcome.open.title)] }, values, true);
}

const NOTHING_TO_ASK = "A questo giorno non c’è nulla di aperto da chiedere: scegline un altro";

function alreadyOpen(title: string): string {
  return `C’è già un giro aperto, «${title}»: se ne apre uno per volta. Chiudi quello, poi apri questo`;
}

export default function MonitoringNewPage() {
  const { today, open, prefilled, previewed, offices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const address = monitoringAddress("nuovo");
  return (
    <>
      <Crumbs above={[{ address: monitoringsAddress(), name: "Giri di monitoraggio" }]} here="Nuovo" />
      <main id="contenuto" tabIndex={-1}>
        <form method="post" action={address} noValidate>
          <div className="cols form">
            <div>
              <ErrorSummary title="Il giro non è stato aperto" errors={refused?.errors ?? {}} />
              <h1>Apri un giro di monitoraggio</h1>
              {open && (
                <p className="box warn">
                  È ancora aperto <a href={monitoringAddress(open.id)}>{open.title}</a>: se ne apre uno per
                  volta. <a href={monitoringAddress(open.id, "chiusura")}>Chiudilo</a> prima di aprirne un
                  altro.
                </p>
              )}
              <OpeningFields
                typed={refused?.typed ?? prefilled}
                errors={refused?.errors ?? {}}
                today={today}
              />
              <p className="buttons">
                <button className="btn btn-primary" type="submit">
                  Apri il giro
                </button>
                <button
                  className="btn btn-outline-primary"
                  type="submit"
                  formMethod="get"
                  formAction={address}
                >
                  Ricalcola quanto si chiede
                </button>
                <a href={monitoringsAddress()}>Annulla e torna ai giri</a>
              </p>
            </div>
            <section className="aside" aria-labelledby="anteprima">
              <h2 id="anteprima">Che cosa si chiede</h2>
              <p>{askedWords({ lookedAtOn: previewed, openedOn: today, today })}</p>
              {offices.length === 0 ? (
                <p>Non c’è nulla di aperto da chiedere.</p>
              ) : (
                <PreviewTable rows={offices} />
              )}
              <ul className="list">
                <li>
                  A ogni ufficio le annualità aperte di cui risponde e il cui anno è cominciato, tranne quelle
                  in cui la sua parte è già completata.
                </li>
                <li>
                  Dei suoi obiettivi i punti misurati non ancora compiuti e le attività continuative dell’anno
                  o, se l’anno non ne ha, dell’ultimo che ne ha.
                </li>
                <li>Quello che si chiede è scritto all’apertura e non cambia più.</li>
              </ul>
            </section>
          </div>
        </form>
      </main>
    </>
  );
}
