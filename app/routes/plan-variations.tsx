import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { Downloads } from "#app/components/frame/downloads.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PageLinks, PrintedPart } from "#app/components/frame/page-links.tsx";
import { ActWords, NotAdoptedYet } from "#app/components/plan/act-words.tsx";
import { PrintedFilters } from "#app/components/plan/plan-sentences.tsx";
import { PlanSwitch } from "#app/components/plan/plan-switch.tsx";
import { VariationCounts } from "#app/components/variation/variation-counts.tsx";
import { VariationFilters } from "#app/components/variation/variation-filters.tsx";
import { VariationList } from "#app/components/variation/variation-list.tsx";
import {
  filterVariations,
  tallyVariations,
  variationsByArea,
} from "#app/domain/variation/variation-counts.ts";
import { count, formatNumber } from "#app/format.ts";
import { partAsked } from "#app/pages/part-asked.server.ts";
import { variationsChoices } from "#app/pages/plan/plan-choices.server.ts";
import { planOnDay, planOr404, shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { planVariations, readVariationFilter } from "#app/pages/variation/variations.server.ts";
import { variationsAddress } from "#app/review-addresses.ts";
import { requireUser } from "#app/session.server.ts";
import { variationsFinding } from "#app/variation-sentences.ts";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = ({ params }) => [{ title: `Variazioni del piano ${params.plan} – Rotta` }];

/** A variation is two or three lines; up to a thousand are printed together. */
const SIZES = { usual: 100, whole: 1000 };

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const plan = await planOr404(params.plan);
  const asOf = readAsOf(request);
  const { areas } = await planOnDay(plan, asOf.at);
  const all = await planVariations(plan, asOf.at);
  const { filter, asked, errors } = readVariationFilter(request, areas);
  const { items, ...page } = partAsked(request, filterVariations(all, filter).reverse(), SIZES);
  const isFine = !asOf.error && Object.keys(errors).length === 0;
  return data(
    {
      ...{ plan, asOf, areas, asked, errors, page },
      total: tallyVariations(all),
      byArea: variationsByArea(all, areas),
      rows: items,
      isDemonstration: (await findSetting(db, "demonstration_day")) !== undefined,
      shortcuts: shortcutsOf(plan, asOf.today),
      choices: await variationsChoices(plan, asOf),
    },
    { status: isFine ? 200 : 422 },
  );
}

export default function PlanVariationsPage() {
  const { plan, asOf, areas, asked, errors, page, total, byArea, rows, isDemonstration, shortcuts, choices } =
    useLoaderData<typeof loader>();
  const { al, at } = asOf;
  const isAdopted = plan.adopted_on !== null && plan.adopted_on <= at.day;
  return (
    <>
      <div className="where">
        <Crumbs
          above={[{ address: planAddress(plan.code, { al }), name: `Piano ${plan.code}` }]}
          here="Variazioni"
        />
        <PlanSwitch choices={choices} />
      </div>
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Variazioni del piano {plan.code}</h1>
            <p className="sub">
              Rispetto al piano adottato (<ActWords plan={plan} />)
            </p>
          </div>
          <AsOfForm path={variationsAddress(plan.code)} kept={asked} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {plan.adopted_on === null ? (
          <p className="sent">
            <b>Bozza.</b> Le variazioni cominciano dall’adozione: prima il piano si cambia sul posto.
          </p>
        ) : !isAdopted ? (
          <NotAdoptedYet plan={plan} />
        ) : (
          <>
            <p className="lede">
              <strong>{variationsFinding(total.total, total.counts)}</strong>.
            </p>
            {total.total > 0 && (
              <>
                <VariationCounts plan={plan.code} al={al} total={total} byArea={byArea} />
                <section aria-labelledby="elenco">
                  <h2 id="elenco">Una per una, dall’ultima</h2>
                  <VariationFilters plan={plan.code} {...{ al, asked, errors, areas }} />
                  <PrintedFilters asked={asked} />
                  <p className="sm mut">
                    <b>
                      {count(page.total, "variazione", "variazioni")} su {formatNumber(total.total)}.
                    </b>{" "}
                    <Downloads
                      of="le variazioni"
                      path={variationsAddress(plan.code)}
                      query={{ ...asked, al }}
                    />{" "}
                    <a
                      className="noprint"
                      href={`${planAddress(plan.code, { confronto: "adottato", al })}#azioni`}
                    >
                      Vedi le annualità adottate e quelle di oggi nella tabella del piano
                    </a>
                  </p>
                  {isDemonstration && (
                    <p className="sm mut">
                      Le variazioni sono inventate per la dimostrazione, salvo quelle che registri tu.
                    </p>
                  )}
                  <PrintedPart of={page} things="variazioni" />
                  {page.total === 0 ? (
                    <p className="sent">Nessuna variazione corrisponde ai filtri.</p>
                  ) : (
                    <VariationList plan={plan.code} al={al} variations={rows} />
                  )}
                  <PageLinks
                    path={variationsAddress(plan.code)}
                    query={{ ...asked, al }}
                    of={page}
                    things="Variazioni"
                    anchor="elenco"
                    whole="Tutte in una pagina, per stamparle insieme"
                    sizes={SIZES}
                  />
                </section>
              </>
            )}
          </>
        )}
      </main>
    </>
  );
}
