import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planAddress, plansAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { ActWords, NotAdoptedYet } from "#app/components/plan/act-words.tsx";
import { PlanEditLinks } from "#app/components/edit/edit-links.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { PageLinks, PrintedPart } from "#app/components/frame/page-links.tsx";
import { PlanDownloads } from "#app/components/plan/plan-downloads.tsx";
import { PlanFilters } from "#app/components/plan/plan-filters.tsx";
import { PlanLegend } from "#app/components/plan/plan-legend.tsx";
import { PlanMatrix } from "#app/components/plan/plan-matrix.tsx";
import {
  MatchSentence,
  PlanSentence,
  PlanSize,
  PrintedFilters,
} from "#app/components/plan/plan-sentences.tsx";
import { PlanSwitch } from "#app/components/plan/plan-switch.tsx";
import { PlanOverview } from "#app/components/plan/plan-overview.tsx";
import { NotedAfter } from "#app/components/review/noted-lines.tsx";
import { AdoptedComparison } from "#app/components/variation/adopted-comparison.tsx";
import { DraftSentence } from "#app/components/triennium/draft-sentence.tsx";
import { FirstSteps } from "#app/components/triennium/first-steps.tsx";
import { mayEdit } from "#app/domain/permissions.ts";
import { dayWith } from "#app/format.ts";
import { matrixRows } from "#app/domain/plan/plan-matrix.ts";
import { compareWithAdopted } from "#app/domain/variation/adopted-comparison.ts";
import { partAsked } from "#app/pages/part-asked.server.ts";
import { carriedYearsOf } from "#app/pages/plan/carried-years.server.ts";
import { matrixChoices } from "#app/pages/plan/plan-choices.server.ts";
import { planFiltered, readPlanFilter } from "#app/pages/plan/plan-filter.server.ts";
import { planOnDay, planOr404, shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { firstStepsOn } from "#app/pages/triennium/first-steps.server.ts";
import { notedOfPlan } from "#app/pages/review/noted-after.server.ts";
import { variationsAddress } from "#app/review-addresses.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Piano ${data?.plan.code ?? ""} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const plan = await planOr404(params.plan);
  const asOf = readAsOf(request);
  const { areas, rows, years, summary } = await planOnDay(plan, asOf.at);
  const read = await readPlanFilter(request, { plan, areas });
  const { asked, errors, responsibles } = read;
  const found = await planFiltered(plan, asOf.at, read.filter);
  const { items, ...page } = partAsked(request, found.actions, SIZES);
  const isCompared = plan.adopted_on !== null && isComparisonAsked(request);
  const isFine = !asOf.error && Object.keys(errors).length === 0;
  return data(
    {
      plan,
      asOf,
      summary,
      years: rows.map(({ year, adopted, completed, total }) => ({ year, adopted, completed, total })),
      rows: matrixRows(items, found.marked, plan, await carriedYearsOf(plan, asOf.at), isCompared),
      comparison: isCompared ? compareWithAdopted(years, plan) : null,
      page,
      found: { actions: found.actions.length, years: found.years, isWhole: found.isWhole },
      asked,
      errors,
      responsibles,
      shortcuts: shortcutsOf(plan, asOf.today),
      mayEdit: mayEdit(user) && !asOf.at.isOver,
      steps:
        summary.actions === 0 && mayEdit(user) && !asOf.at.isOver ? await firstStepsOn(asOf.today) : null,
      choices: await matrixChoices(plan, asked, asOf),
      noted: await notedOfPlan(asOf.at, plan.id),
    },
    { status: isFine ? 200 : 422 },
  );
}

const COMPARED = { confronto: "adottato" };

/** Whether the plan is asked for beside itself as adopted (`?confronto=adottato`). */
function isComparisonAsked(request: Request): boolean {
  return new URL(request.url).searchParams.get("confronto") === "adottato";
}

/** A plan of a Comune fits one page; ten thousand actions do not, and not even one print (docs/decisions/0012). */
const SIZES = { usual: 100, whole: 1000 };

export default function PlanPage() {
  const {
    plan,
    asOf,
    summary,
    years,
    rows,
    comparison,
    page,
    found,
    asked,
    errors,
    responsibles,
    shortcuts,
    mayEdit,
    steps,
    choices,
    noted,
  } = useLoaderData<typeof loader>();
  const path = planAddress(plan.code);
  const isDraft = plan.adopted_on === null;
  const { al } = asOf;
  const kept = comparison ? COMPARED : undefined;
  return (
    <>
      <div className="where">
        <Crumbs above={[{ address: plansAddress(al), name: "Piani" }]} here={`Piano ${plan.code}`} />
        <PlanSwitch choices={choices} />
      </div>
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>{plan.title}</h1>
            <p className="sub">
              <ActWords plan={plan} />
              {!isDraft && <PlanSize summary={summary} rows={years} isPast={al !== undefined} />}
            </p>
          </div>
          <AsOfForm path={path} kept={{ ...asked, ...kept }} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {isDraft && !al && (
          <DraftSentence
            plan={plan}
            actions={summary.actions}
            years={summary.figures.total}
            mayAdopt={mayEdit}
          />
        )}
        {summary.actions === 0 ? (
          <>
            {(plan.adopted_on !== null || al) && <NotAdoptedYet plan={plan} />}
            {steps && <FirstSteps steps={steps} />}
          </>
        ) : (
          <>
            {!isDraft && <PlanSentence figures={summary.figures} />}
            <section className="glance" aria-label="Colpo d’occhio">
              <PlanOverview years={years.map(({ year }) => year)} areas={summary.areas} isDraft={isDraft} />
              {!isDraft && <PlanLegend plan={plan.code} al={al} summary={summary} />}
            </section>
            <section className="newpage" aria-labelledby="azioni">
              <h2 id="azioni">
                Le azioni, anno per anno<span className="only-print"> · piano {plan.code}</span>
              </h2>
              <PlanFilters
                path={path}
                al={al}
                kept={kept}
                asked={asked}
                errors={errors}
                areas={summary.areas}
                responsibles={responsibles}
                years={years.map(({ year }) => year)}
              />
              {comparison && <AdoptedComparison rows={comparison} on={al ? dayWith("al", al) : "di oggi"} />}
              <PrintedFilters asked={asked} />
              <p className="sm mut">
                <MatchSentence found={found} total={summary.actions} />{" "}
                {!isDraft && (
                  <span className="noprint">
                    <a href={variationsAddress(plan.code, al)}>Variazioni</a> ·{" "}
                    <a href={`${planAddress(plan.code, { ...asked, al, ...(kept ? {} : COMPARED) })}#azioni`}>
                      {kept ? "Togli il confronto con l’adottato" : "Confronta con l’adottato"}
                    </a>
                    {mayEdit && " · "}
                  </span>
                )}
                {mayEdit && (
                  <span className="noprint">
                    <PlanEditLinks plan={plan.code} />
                  </span>
                )}
              </p>
              <PlanDownloads path={path} query={{ ...asked, al }} />
              <PrintedPart of={page} things="azioni" />
              {found.actions === 0 ? (
                <p className="sent">Nessuna azione corrisponde ai filtri.</p>
              ) : (
                <PlanMatrix
                  plan={plan.code}
                  al={al}
                  years={years}
                  areas={summary.areas}
                  rows={rows}
                  isWhole={found.isWhole && !isDraft}
                />
              )}
              <PageLinks
                path={path}
                query={{ ...asked, al, ...kept }}
                of={page}
                things="Azioni"
                anchor="azioni"
                whole="Tutte in una pagina, per stamparle insieme"
                sizes={SIZES}
              />
            </section>
          </>
        )}
        <NotedAfter noted={noted} />
      </main>
    </>
  );
}
