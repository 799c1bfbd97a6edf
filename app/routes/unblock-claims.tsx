import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { claimsAddress, workProcessesAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PageLinks, PrintedPart } from "#app/components/frame/page-links.tsx";
import { ClaimCounts, ClaimFilters } from "#app/components/unblock-claim/claim-filters.tsx";
import { ClaimTable } from "#app/components/unblock-claim/claim-table.tsx";
import { mayDecideClaims } from "#app/domain/permissions.ts";
import { countClaims, filterClaims } from "#app/domain/unblock-claim/claim-filter.ts";
import { count, dayWith, formatNumber } from "#app/format.ts";
import { partAsked } from "#app/pages/part-asked.server.ts";
import { shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { plansOnDay } from "#app/pages/plan/plans-on-day.server.ts";
import { claimRows, readClaimFilter } from "#app/pages/unblock-claim/claim-rows.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Sblocchi – Rotta" }];

/** A page of rows of two or three lines; up to a thousand are printed together. */
const SIZES = { usual: 50, whole: 1000 };

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const all = await claimRows(asOf.at);
  const { filter, asked, errors, actions } = readClaimFilter(request, all);
  const { items, ...page } = partAsked(request, filterClaims(all, filter), SIZES);
  const plan = (await plansOnDay(asOf.at.day)).find(({ standing }) => standing === "in-force");
  return data(
    {
      asOf,
      shortcuts: plan ? shortcutsOf(plan, asOf.today) : [],
      total: all.length,
      counts: countClaims(filterClaims(all, { ...filter, stands: undefined }).map(({ told }) => told)),
      ...{ asked, errors, actions, page, rows: items },
      plan: plan?.code,
      mayDecide: mayDecideClaims(user) && !asOf.at.isOver,
    },
    { status: !asOf.error && Object.keys(errors).length === 0 ? 200 : 422 },
  );
}

export default function UnblockClaimsPage() {
  const { asOf, shortcuts, total, counts, asked, errors, actions, page, rows, plan, mayDecide } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs above={[{ address: workProcessesAddress({ al }), name: "Processi" }]} here="Sblocchi" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Sblocchi</h1>
            <p className="sub">
              Quali azioni, completate tutte, tolgono o riducono un blocco. Situazione{" "}
              {dayWith("al", asOf.at.day)}
            </p>
          </div>
          <AsOfForm path={claimsAddress()} kept={asked} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {total === 0 ? (
          <p className="sent">
            Nessuno {al ? "aveva" : "ha"} ancora proposto uno sblocco: si propone dal blocco, nella pagina del
            suo processo.
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
                query={{ ...asked, al }}
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
