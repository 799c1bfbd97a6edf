import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { claimsAddress, workProcessesAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PageLinks, PrintedPart } from "#app/components/frame/page-links.tsx";
import { ClaimCounts, ClaimFilters } from "#app/components/unblock-claim/claim-filters.tsx";
import { ClaimTable } from "#app/components/unblock-claim/claim-table.tsx";
import { mayDecideClaims } from "#app/domain/permissions.ts";
import { countClaims, filterClaims } from "#app/domain/unblock-claim/claim-filter.ts";
import { count, dayWith, formatNumber } from "#app/format.ts";
import { partAsked } from "#app/pages/part-asked.server.ts";
import { plansOnDay } from "#app/pages/plan/plans-on-day.server.ts";
import { claimRows, readClaimFilter } from "#app/pages/unblock-claim/claim-rows.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Sblocchi – Rotta" }];

/** A page of rows of two or three lines; up to a thousand are printed together. */
const SIZES = { usual: 50, whole: 1000 };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const all = await claimRows();
  const { filter, asked, errors, actions } = readClaimFilter(request, all);
  const { items, ...page } = partAsked(request, filterClaims(all, filter), SIZES);
  const plan = (await plansOnDay(today())).find(({ standing }) => standing === "in-force");
  return data(
    {
      day: today(),
      total: all.length,
      counts: countClaims(filterClaims(all, { ...filter, stands: undefined }).map(({ told }) => told)),
      ...{ asked, errors, actions, page, rows: items },
      plan: plan?.code,
      mayDecide: mayDecideClaims(user),
    },
    { status: Object.keys(errors).length === 0 ? 200 : 422 },
  );
}

export default function UnblockClaimsPage() {
  const { day, total, counts, asked, errors, actions, page, rows, plan, mayDecide } =
    useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs above={[{ address: workProcessesAddress(), name: "Processi" }]} here="Sblocchi" />
      <main id="contenuto" tabIndex={-1}>
        <h1>Sblocchi</h1>
        <p className="sub">
          Quali azioni, completate tutte, tolgono o riducono un blocco. Situazione {dayWith("al", day)}
        </p>
        {total === 0 ? (
          <p className="sent">
            Nessuno ha ancora proposto uno sblocco: si propone dal blocco, nella pagina del suo processo.
          </p>
        ) : (
          <>
            <ClaimCounts counts={counts} asked={asked} />
            <section aria-labelledby="sblocchi">
              <h2 id="sblocchi">L’elenco</h2>
              <ClaimFilters asked={asked} errors={errors} actions={actions} />
              <p className="sm mut">
                <b>
                  {count(page.total, "sblocco", "sblocchi")} su {formatNumber(total)}.
                </b>
              </p>
              <PrintedPart of={page} things="sblocchi" />
              {page.total === 0 ? (
                <p className="sent">Nessuno sblocco corrisponde ai filtri.</p>
              ) : (
                <ClaimTable rows={rows} inForce={plan} mayDecide={mayDecide} />
              )}
              <PageLinks
                path={claimsAddress()}
                query={asked}
                of={page}
                things="Sblocchi"
                anchor="sblocchi"
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
