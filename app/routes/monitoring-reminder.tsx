import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officeEditAddress } from "#app/addresses.ts";
import { machineNow } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ReminderSending } from "#app/components/monitoring/reminder-sending.tsx";
import { count } from "#app/format.ts";
import { overtaken } from "#app/http.server.ts";
import { monitoringAddress, monitoringsAddress } from "#app/objective-addresses.ts";
import { toldRound } from "#app/pages/monitoring/item-rows.server.ts";
import { requireMonitor } from "#app/pages/monitoring/permitted.server.ts";
import { reminderOr404, reminderWords } from "#app/pages/monitoring/reminders.server.ts";
import { guard } from "#app/pages/form/form-readers.server.ts";
import { authorOf } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { recordReminder } from "#db/monitoring/reminders.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sollecito a ${data?.office.name ?? "un ufficio"} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMonitor(request);
  const { round, last, ...reminder } = await reminderOr404(request, params);
  return {
    ...reminder,
    round: toldRound(round),
    last: last && {
      id: last.id,
      words: reminderWords(last, round.closed_at !== null),
      isUnsent: last.sent_at === null,
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireMonitor(request);
  const { round, office, waiting, recipient, canSend, subject, body } = await reminderOr404(request, params);
  if (round.closed_at !== null) throw overtaken(NOT_QUEUED.closed);
  if (waiting === 0) throw overtaken("L’ufficio ha risposto a tutto: non c’è più nulla da sollecitare.");
  if (!canSend || recipient === null)
    throw overtaken(
      "Il sollecito non si può inviare da qui: manca il server di posta, o la casella dell’ufficio.",
    );
  const last = guard.parse((await request.formData()).get("last"));
  const reminder = { recipient, subject, body, by: authorOf(user), dueAt: machineNow() };
  const outcome = await recordReminder(
    db,
    { monitoringId: round.id, office: office.code, ...reminder },
    last,
  );
  if (!outcome.queued) throw overtaken(NOT_QUEUED[outcome.moved]);
  return redirect(monitoringAddress(round.id, "uffici", office.code, "sollecito"));
}

const NOT_QUEUED = {
  closed: "Il giro è stato chiuso: non si sollecita più.",
  last: "Nel frattempo è stato messo in coda un altro sollecito per questo ufficio: questo non è partito.",
};

export default function MonitoringReminderPage() {
  const { round, office, waiting, recipient, last, canSend, subject, body } = useLoaderData<typeof loader>();
  const address = monitoringAddress(round.id, "uffici", office.code);
  return (
    <>
      <Crumbs
        above={[
          { address: monitoringsAddress(), name: "Giri di monitoraggio" },
          { address: monitoringAddress(round.id), name: round.title },
          { address, name: office.name },
        ]}
        here="Sollecito"
      />
      <main id="contenuto" tabIndex={-1}>
        <h1>Sollecito</h1>
        <p className="sub">{office.name}</p>
        {round.closedOn !== null || waiting === 0 ? (
          <p className="sent">
            {round.closedOn === null ? "L’ufficio ha risposto a tutto" : "Il giro è chiuso"}: non c’è nulla da
            sollecitare.
          </p>
        ) : (
          <div className="cols form">
            <div>
              <p>
                {count(waiting, "voce aspetta", "voci aspettano")} una risposta. Il testo è pronto: si copia
                nella posta o nel protocollo{canSend && ", o si invia da qui"}.
              </p>
              <div className="fld">
                <label htmlFor="subject">Oggetto</label>
                <input id="subject" className="fi wide" type="text" readOnly value={subject} />
              </div>
              <div className="fld">
                <label htmlFor="body">Testo</label>
                <textarea id="body" className="fi ta" rows={22} readOnly value={body} />
              </div>
            </div>
            <section className="aside" aria-labelledby="invio">
              <h2 id="invio">Invio</h2>
              <p>
                A: {recipient ?? "l’ufficio non ha una casella"} ·{" "}
                <a href={officeEditAddress(office.code)}>
                  {recipient === null ? "Aggiungila" : "Cambia la casella"}
                </a>
              </p>
              <ReminderSending
                action={monitoringAddress(round.id, "uffici", office.code, "sollecito")}
                last={last}
                canSend={canSend}
                hasMailbox={recipient !== null}
              />
            </section>
          </div>
        )}
      </main>
    </>
  );
}
