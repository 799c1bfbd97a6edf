import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { MonitoringSentence } from "#app/components/monitoring/monitoring-sentence.tsx";
import { dayInRome } from "#app/domain/days.ts";
import { countAnswers } from "#app/domain/monitoring/answers.ts";
import { mayRunMonitoring } from "#app/domain/permissions.ts";
import { formatDay } from "#app/format.ts";
import { monitoringAddress } from "#app/objective-addresses.ts";
import { standingOr404 } from "#app/pages/monitoring/standing.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { listMonitorings } from "#db/monitoring/monitorings.ts";

export const meta: MetaFunction = () => [{ title: "Giri di monitoraggio – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const rounds = await listMonitorings(db);
  const open = rounds.find((round) => round.closed_at === null);
  const standing = open && (await standingOr404(String(open.id)));
  return {
    today: today(),
    mayRun: mayRunMonitoring(user),
    open: open &&
      standing && { ...roundOf(open), counts: countAnswers(standing.items.map(({ answer }) => answer)) },
    closed: rounds.filter((round) => round.closed_at !== null).map(roundOf),
  };
}

function roundOf({
  id,
  title,
  due_on,
  recorded_at,
  closed_at,
}: Awaited<ReturnType<typeof listMonitorings>>[number]) {
  return {
    id,
    title,
    dueOn: due_on,
    openedOn: dayInRome(recorded_at),
    closedOn: closed_at && dayInRome(closed_at),
  };
}

export default function MonitoringsPage() {
  const { today, mayRun, open, closed } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs here="Giri di monitoraggio" />
      <main id="contenuto" tabIndex={-1}>
        <h1>Giri di monitoraggio</h1>
        <p className="sub">
          Il RTD chiede agli uffici di confermare o cambiare quello di cui rispondono, entro un termine.
        </p>
        <section aria-labelledby="aperto">
          <h2 id="aperto">Aperto</h2>
          {open ? (
            <>
              <p>
                <a href={monitoringAddress(open.id)}>
                  <b>{open.title}</b>
                </a>
              </p>
              <MonitoringSentence round={open} counts={open.counts} today={today} />
            </>
          ) : (
            <p className="sent">Nessun giro è aperto.</p>
          )}
          {mayRun && !open && (
            <p className="noprint">
              <a className="btn btn-primary" href={monitoringAddress("nuovo")}>
                Apri un giro
              </a>
            </p>
          )}
        </section>
        {closed.length > 0 && (
          <section aria-labelledby="chiusi">
            <h2 id="chiusi">Chiusi</h2>
            <ul className="list">
              {closed.map(({ id, title, openedOn, closedOn }) => (
                <li key={id}>
                  <a href={monitoringAddress(id)}>{title}</a>
                  <span className="mut sm d">
                    aperto il {formatDay(openedOn)}, chiuso il {formatDay(closedOn!)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
}
