import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planAddress, withQuery } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { ActWords, NotAdoptedYet } from "#app/components/plan/act-words.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { PlanFilters } from "#app/components/plan/plan-filters.tsx";
import { PlanLegend } from "#app/components/plan/plan-legend.tsx";
import { PlanMatrix } from "#app/components/plan/plan-matrix.tsx";
import { MatchSentence, PlanSentence, PlanSize } from "#app/components/plan/plan-sentences.tsx";
import { PlanOverview } from "#app/components/plan/plan-overview.tsx";
import { filterPlan } from "#app/domain/plan-filter.ts";
import { yearsOf } from "#app/domain/yearly-progress.ts";
import { readPlanFilter } from "#app/plan-filter.server.ts";
import { planOnDay, planOr404, shortcutsOf } from "#app/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Piano ${data?.plan.code ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const plan = await planOr404(params.plan);
  const asOf = readAsOf(request);
  const { areas, actions, years, rows } = await planOnDay(plan, asOf.at);
  const { filter, asked, errors, responsibles, officesOfGroup } = await readPlanFilter(request, {
    plan,
    areas,
  });
  const filtered = filterPlan(actions, filter, { plan, officesOfGroup });
  const isFine = !asOf.error && Object.keys(errors).length === 0;
  return data(
    {
      plan,
      asOf,
      areas,
      actions,
      years,
      rows,
      filtered,
      asked,
      errors,
      responsibles,
      shortcuts: shortcutsOf(plan, asOf.today),
    },
    { status: isFine ? 200 : 422 },
  );
}

export default function PlanPage() {
  const { plan, asOf, areas, actions, years, rows, filtered, asked, errors, responsibles, shortcuts } =
    useLoaderData<typeof loader>();
  const path = planAddress(plan.code);
  const { al } = asOf;
  return (
    <>
      <Crumbs here="Piano" />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>{plan.title}</h1>
            <p className="sub">
              <ActWords plan={plan} /> ·{" "}
              <PlanSize actions={actions} rows={rows} total={years.length} isPast={al !== undefined} />
            </p>
          </div>
          <AsOfForm path={path} kept={asked} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {actions.length === 0 ? (
          <NotAdoptedYet plan={plan} />
        ) : (
          <>
            <PlanSentence years={years} />
            <section className="glance" aria-label="Colpo d’occhio">
              <PlanOverview plan={plan} areas={areas} actions={actions} />
              <PlanLegend plan={plan.code} al={al} years={years} actions={actions} />
            </section>
            <section className="newpage" aria-labelledby="azioni">
              <h2 id="azioni">Le azioni, anno per anno</h2>
              <PlanFilters
                path={path}
                al={al}
                asked={asked}
                errors={errors}
                areas={areas}
                responsibles={responsibles}
                years={yearsOf(plan)}
              />
              <p className="sm mut">
                <MatchSentence filtered={filtered} total={actions.length} />{" "}
                <a className="noprint" href={withQuery(`${path}/annualita.csv`, { ...asked, al })}>
                  Scarica le annualità in CSV
                </a>
              </p>
              {filtered.actions.length === 0 ? (
                <p className="sent">Nessuna azione corrisponde ai filtri.</p>
              ) : (
                <PlanMatrix
                  plan={plan}
                  al={al}
                  areas={areas}
                  actions={filtered.actions}
                  isWhole={filtered.actions.length === actions.length}
                  marked={
                    filtered.narrowsYears ? new Set(filtered.matching.map((year) => year.id)) : undefined
                  }
                />
              )}
            </section>
          </>
        )}
      </main>
    </>
  );
}
