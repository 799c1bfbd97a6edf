import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { ActWords, NotAdoptedYet } from "#app/components/plan/act-words.tsx";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { drawGroups, drawYears } from "#app/components/charts/draw.server.tsx";
import { PlanSwitch } from "#app/components/plan/plan-switch.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { Downloads } from "#app/components/frame/downloads.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { Figure } from "#app/components/progress/figure.tsx";
import { FiguresTable } from "#app/components/progress/figures-table.tsx";
import { GroupFinding, HeadSentence, YearsFinding } from "#app/components/progress/finding-sentences.tsx";
import { ProgressKpis } from "#app/components/progress/progress-kpis.tsx";
import { NotedAfter } from "#app/components/review/noted-lines.tsx";
import { concentrationOfLate, findingOfYears, rowInFocus } from "#app/domain/plan/findings.ts";
import { count, dayWith } from "#app/format.ts";
import { yearlyProgressChoices } from "#app/pages/plan/plan-choices.server.ts";
import { shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { notedOfPlan } from "#app/pages/review/noted-after.server.ts";
import { variationsAddress } from "#app/review-addresses.ts";
import { requireUser } from "#app/session.server.ts";
import { planAskedFor, yearlyProgressOnDay } from "#app/pages/plan/yearly-progress.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Andamento del piano ${data?.plan.code ?? ""} – Rotta` },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  const plan = await planAskedFor(request, asOf);
  const figures = await yearlyProgressOnDay(plan, asOf.at);
  return data(
    {
      plan,
      asOf,
      figures,
      focus: rowInFocus(figures.byYear, asOf.at),
      finding: findingOfYears(figures.byYear),
      drawings: {
        years: drawYears(figures.byYear),
        areas: drawGroups("ambiti", figures.byArea),
        themes: drawGroups("temi", figures.byTheme),
        offices: drawGroups("uffici", figures.byOffice),
      },
      shortcuts: shortcutsOf(plan, asOf.today),
      choices: await yearlyProgressChoices(plan, asOf),
      noted: await notedOfPlan(asOf.at, plan.id),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function YearlyProgressPage() {
  const { plan, asOf, figures, focus, finding, drawings, shortcuts, choices, noted } =
    useLoaderData<typeof loader>();
  const on = `Situazione ${dayWith("al", asOf.at.day)}.`;
  const { al } = asOf;
  const late = (rows: typeof figures.byArea) =>
    concentrationOfLate(new Map(rows.map((row) => [row.name, row])));
  return (
    <>
      <div className="where">
        <Crumbs
          above={[{ address: planAddress(plan.code, { al }), name: `Piano ${plan.code}` }]}
          here="Andamento"
        />
        <PlanSwitch choices={choices} />
      </div>
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>Andamento del piano {plan.code}</h1>
            <p className="sub">
              Piano adottato (<ActWords plan={plan} />) e situazione {dayWith("al", asOf.at.day)}
              {plan.adopted_on !== null && (
                <span className="noprint">
                  {" · "}
                  <a href={variationsAddress(plan.code, al)}>Variazioni</a>
                </span>
              )}
            </p>
          </div>
          <AsOfForm path="/andamento" kept={{ piano: plan.code }} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {figures.total.total === 0 ? (
          <NotAdoptedYet plan={plan} />
        ) : (
          <>
            <HeadSentence plan={plan.code} total={figures.total} focus={focus} />
            <ProgressKpis total={figures.total} scope={`In tutto il piano ${plan.code}`} />
            <Figure
              id="anni"
              title={<YearsFinding finding={finding} />}
              subtitle="Annualità per anno di piano e situazione; la parentesi sopra ogni barra è il piano adottato"
              drawing={drawings.years}
              caption={`Denominatore: tutte le annualità dell’anno, comprese ripianificate e annullate. Numeratore: completate, con prova o dichiarate. ${
                figures.unclear > 0
                  ? `Fuori dal grafico ${count(figures.unclear, "annualità da chiarire", "annualità da chiarire")}. `
                  : ""
              }${on}`}
              isOpen
            >
              <FiguresTable on={asOf.at} first="Anno" rows={figures.byYear} total={figures.total} />
            </Figure>
            <Figure
              id="ambiti"
              title={<GroupFinding finding={late(figures.byArea)} one="ambito" many="ambiti" />}
              subtitle="Annualità per ambito; la lunghezza della barra è il numero di annualità"
              drawing={drawings.areas}
              caption={`A destra: completate su tutte le annualità dell’ambito, negli anni del piano insieme. ${on}`}
            >
              <FiguresTable on={asOf.at} first="Ambito" rows={figures.byArea} total={figures.total} />
            </Figure>
            <Figure
              id="temi"
              title={<GroupFinding finding={late(figures.byTheme)} one="tema" many="temi" overlapping />}
              subtitle="Annualità per tema"
              drawing={drawings.themes}
              caption={`Un’azione può avere più temi, o nessuno: le righe non si sommano. I temi non sono del documento: li sceglie chi tiene il piano. ${on}`}
            >
              <FiguresTable on={asOf.at} first="Tema" rows={figures.byTheme} />
            </Figure>
            <Figure
              id="uffici"
              title={
                <GroupFinding finding={late(figures.byOffice)} one="ufficio" many="uffici" overlapping />
              }
              subtitle="Annualità per ufficio che ne risponde, anche attraverso un gruppo; il RTD è un ruolo e ha la sua riga"
              drawing={drawings.offices}
              caption={`Un’annualità con più responsabili conta per ciascuno: le righe non si sommano. ${on}`}
            >
              <FiguresTable on={asOf.at} first="Ufficio" rows={figures.byOffice} />
            </Figure>
            <p className="sm noprint">
              <Downloads
                of="tutti i numeri"
                path={yearlyProgressAddress()}
                query={{ piano: plan.code, al }}
              />
            </p>
          </>
        )}
        <NotedAfter noted={noted} />
      </main>
    </>
  );
}
