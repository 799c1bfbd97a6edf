import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { claimsAddress, newWorkProcessAddress, workProcessesAddress, turnsAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { Downloads } from "#app/components/frame/downloads.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PageLinks, PrintedPart } from "#app/components/frame/page-links.tsx";
import { ProcessCounts } from "#app/components/work-process/process-counts.tsx";
import { PrintedProcessFilters, ProcessFilters } from "#app/components/work-process/process-filters.tsx";
import {
  FoundProcesses,
  NoProcesses,
  ProcessesSentence,
} from "#app/components/work-process/process-sentences.tsx";
import { ProcessTable } from "#app/components/work-process/process-table.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { dayWith, formatNumber } from "#app/format.ts";
import { partAsked } from "#app/pages/part-asked.server.ts";
import { shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { plansOnDay } from "#app/pages/plan/plans-on-day.server.ts";
import { processesFiltered, readProcessFilter } from "#app/pages/work-process/process-filter.server.ts";
import { processRows } from "#app/pages/work-process/process-rows.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Processi – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { filter, asked, errors, choices } = await readProcessFilter(request);
  const { processes, counts, whole } = await processesFiltered(asOf.at, filter);
  const { items, ...page } = partAsked(request, processes, SIZES);
  const plan = (await plansOnDay(asOf.at.day)).find(({ standing }) => standing === "in-force");
  const isFine = !asOf.error && Object.keys(errors).length === 0;
  return data(
    {
      asOf,
      asked,
      errors,
      choices,
      counts,
      whole,
      rows: await processRows(items, asOf.at),
      page,
      plan: plan?.code,
      mayAdd: mayEdit(user) && !asOf.at.isOver,
      shortcuts: plan ? shortcutsOf(plan, asOf.today) : [],
    },
    { status: isFine ? 200 : 422 },
  );
}

/** Rows of three lines: fifty are a few screens, a thousand are forty sheets. */
const SIZES = { usual: 50, whole: 1000 };

export default function WorkProcessesPage() {
  const { asOf, asked, errors, choices, counts, whole, rows, page, plan, mayAdd, shortcuts } =
    useLoaderData<typeof loader>();
  const path = workProcessesAddress();
  const { al } = asOf;
  const query = { ...asked, al };
  return (
    <>
      <Crumbs here="Processi" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>
              {whole.total === 0
                ? "Processi"
                : `${formatNumber(whole.levels.yes)} processi su ${formatNumber(whole.total)} si possono fare in lavoro agile`}
            </h1>
            <p className="sub">Livello di ogni processo, situazione {dayWith("al", asOf.at.day)}</p>
          </div>
          <AsOfForm path={path} kept={asked} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {whole.total === 0 ? (
          <NoProcesses al={al} mayAdd={mayAdd} />
        ) : (
          <>
            <ProcessesSentence counts={whole} />
            <ProcessCounts counts={counts} query={query} />
            <section aria-labelledby="processi">
              <h2 id="processi">I processi</h2>
              <ProcessFilters path={path} al={al} asked={asked} errors={errors} choices={choices} />
              <PrintedProcessFilters asked={asked} choices={choices} />
              <p className="sm mut">
                <FoundProcesses found={page.total} total={whole.total} />{" "}
                <Downloads of="i processi" path={path} query={query} />
                <span className="noprint">
                  {" · "}
                  <a href={claimsAddress({ al })}>Gli sblocchi</a> ·{" "}
                  <a href={turnsAddress({ al })}>Le svolte</a>
                </span>
                {mayAdd && (
                  <span className="noprint">
                    {" · "}
                    <a href={newWorkProcessAddress()}>Aggiungi un processo a mano</a>
                  </span>
                )}
              </p>
              <PrintedPart of={page} things="processi" />
              {page.total === 0 ? (
                <p className="sent">Nessun processo corrisponde ai filtri.</p>
              ) : (
                <ProcessTable rows={rows} al={al} inForce={plan} />
              )}
              <PageLinks
                path={path}
                query={query}
                of={page}
                things="Processi"
                anchor="processi"
                whole="Tutti in una pagina, per stamparli insieme"
                sizes={SIZES}
              />
            </section>
          </>
        )}
      </main>
    </>
  );
}
