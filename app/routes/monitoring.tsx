import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { ChangesList } from "#app/components/monitoring/changes-list.tsx";
import { MonitoringSentence } from "#app/components/monitoring/monitoring-sentence.tsx";
import { OfficeAnswers } from "#app/components/monitoring/office-answers.tsx";
import { countAnswers } from "#app/domain/monitoring/answers.ts";
import { mayRunMonitoring } from "#app/domain/permissions.ts";
import { dayWith } from "#app/format.ts";
import { askedWords } from "#app/monitoring-sentences.ts";
import { monitoringAddress, monitoringsAddress } from "#app/objective-addresses.ts";
import { itemRowOf, toldRound } from "#app/pages/monitoring/item-rows.server.ts";
import { officeRowsOf } from "#app/pages/monitoring/office-rows.server.ts";
import { reminderWordsByOffice } from "#app/pages/monitoring/reminders.server.ts";
import { standingOr404 } from "#app/pages/monitoring/standing.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.round.title ?? "Giro"} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { round, items } = await standingOr404(params.round);
  const reminders = await reminderWordsByOffice(round);
  const changed = items.filter(({ answer }) => answer.state === "changed");
  return {
    today: today(),
    round: toldRound(round),
    counts: countAnswers(items.map(({ answer }) => answer)),
    offices: officeRowsOf(items).map((row) => ({ ...row, reminder: reminders.get(row.code) ?? null })),
    changed: changed.map((item) => ({ ...itemRowOf(item), officeName: item.office_name })),
    mayRun: mayRunMonitoring(user),
  };
}

export default function MonitoringPage() {
  const { today, round, counts, offices, changed, mayRun } = useLoaderData<typeof loader>();
  const isOpen = round.closedOn === null;
  const silent = offices.filter(({ answered, waiting }) => answered === 0 && waiting > 0).length;
  return (
    <>
      <Crumbs above={[{ address: monitoringsAddress(), name: "Giri di monitoraggio" }]} here={round.title} />
      <main id="contenuto" tabIndex={-1}>
        <h1>{round.title}</h1>
        <p className="sub">
          {isOpen ? "Aperto" : "Chiuso"}. {askedWords({ ...round, today })}
        </p>
        <MonitoringSentence round={round} counts={counts} today={today} />
        {round.note && <p className="as-typed">{round.note}</p>}
        {!isOpen && (
          <div className="box">
            <p>
              Chiuso {dayWith("il", round.closedOn!)}: le risposte sono quelle date fino ad allora; quello che
              gli uffici hanno scritto dopo sta nella storia delle annualità e degli obiettivi, non qui. Un
              giro chiuso non si riapre: se serve, se ne apre un altro.
            </p>
            {round.closingNote && <p className="as-typed">{round.closingNote}</p>}
          </div>
        )}
        <section aria-labelledby="uffici">
          <h2 id="uffici">
            {silent === 0
              ? "Tutti gli uffici hanno risposto qualcosa"
              : silentWords(silent, { offices: offices.length, isClosed: !isOpen })}
          </h2>
          <OfficeAnswers round={round.id} rows={offices} mayRemind={mayRun && isOpen} />
        </section>
        <section aria-labelledby="cambiate">
          <h2 id="cambiate">Che cosa è cambiato</h2>
          {changed.length === 0 ? (
            <p className="sent">Nessun ufficio ha cambiato nulla.</p>
          ) : (
            <ChangesList items={changed} />
          )}
        </section>
        {mayRun && isOpen && (
          <p className="noprint">
            <a className="btn btn-outline-primary" href={monitoringAddress(round.id, "chiusura")}>
              Chiudi il giro
            </a>
          </p>
        )}
      </main>
    </>
  );
}

function silentWords(silent: number, { offices, isClosed }: { offices: number; isClosed: boolean }): string {
  const yet = isClosed ? "" : " ancora";
  if (offices === 1) return `L’ufficio non ha${yet} risposto`;
  return silent === 1
    ? `Un ufficio su ${offices} non ha${yet} risposto nulla`
    : `${silent} uffici su ${offices} non hanno${yet} risposto nulla`;
}
