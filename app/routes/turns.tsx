import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { turnsAddress, workProcessesAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PageLinks, PrintedPart } from "#app/components/frame/page-links.tsx";
import { TurnFilters } from "#app/components/unblock-claim/turn-filters.tsx";
import { TurnTable } from "#app/components/unblock-claim/turn-table.tsx";
import { count, formatNumber } from "#app/format.ts";
import { shortcutsOnDay } from "#app/pages/plan/plans-on-day.server.ts";
import { partAsked } from "#app/pages/part-asked.server.ts";
import { filteredTurns, waitsFor } from "#app/pages/unblock-claim/turn-rows.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Svolte – Rotta" }];

/** A page of rows of two or three lines; up to a thousand are printed together. */
const SIZES = { usual: 50, whole: 1000 };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { rows, total, asked, errors, offices } = await filteredTurns(request, asOf.at);
  const { items, ...page } = partAsked(request, rows, SIZES);
  return data(
    {
      rows: items.map((turn) => ({ ...turn, waitsForMe: !asOf.at.isOver && waitsFor(user, turn) })),
      asOf,
      shortcuts: await shortcutsOnDay(asOf),
      offices: offices.map(({ code, name }) => ({ code, name })),
      ...{ total, asked, errors, page },
    },
    { status: !asOf.error && Object.keys(errors).length === 0 ? 200 : 422 },
  );
}

export default function TurnsPage() {
  const { rows, offices, total, asked, errors, page, asOf, shortcuts } = useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs above={[{ address: workProcessesAddress({ al }), name: "Processi" }]} here="Svolte" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Svolte</h1>
            <p className="sub">
              Ogni volta che qualcosa di registrato ha cambiato il livello di un processo, la più recente per
              prima
            </p>
          </div>
          <AsOfForm path={turnsAddress()} kept={asked} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {total === 0 ? (
          <p className="sent">
            Nessun processo {al ? "aveva" : "ha"} ancora cambiato livello. Succede quando uno sblocco è
            confermato e le sue azioni sono completate, o quando il RTD cambia un blocco.
          </p>
        ) : (
          <section aria-labelledby="svolte">
            <h2 id="svolte">L’elenco</h2>
            <TurnFilters asked={asked} errors={errors} offices={offices} />
            <p className="sm mut">
              <b>
                {count(page.total, "svolta", "svolte")} su {formatNumber(total)}.
              </b>
            </p>
            <PrintedPart of={page} things="svolte" />
            {page.total === 0 ? (
              <p className="sent">Nessuna svolta corrisponde ai filtri.</p>
            ) : (
              <TurnTable rows={rows} />
            )}
            <PageLinks
              path={turnsAddress()}
              query={{ ...asked, al }}
              of={page}
              things="Svolte"
              anchor="svolte"
              whole="Tutte in una pagina, per stamparle insieme"
              sizes={SIZES}
            />
          </section>
        )}
      </main>
    </>
  );
}
