import type { ReactNode } from "react";
import type { ReportData } from "#app/domain/review/report-data.ts";
import { yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { count, dayWith, momentWithArticle } from "#app/format.ts";
import { DecisionsList } from "./decisions-list.tsx";
import { ReportScreen } from "./report-screen.tsx";
import {
  AchievedTable,
  ObjectivesTable,
  SmartabilityTables,
  TallyTable,
  VariationsTable,
} from "./report-tables.tsx";

type Screen = { title: string; note?: string; body: ReactNode };

/** The report as it is read in the session: a screen for each thing that it says, from its frozen data alone. */
export function ReportScreens({
  report,
  chart,
  isDraft,
}: {
  report: ReportData;
  chart: string;
  isDraft: boolean;
}) {
  const screens = [
    cover(report, isDraft),
    years(report, chart),
    ...report.findings
      .slice(1)
      .map(({ sentence, grounds }) => ({ title: sentence, note: grounds, body: null })),
    areas(report),
    ...report.areas.map((area) => achieved(report, area)),
    ...rest(report),
  ];
  const subject = `${report.entity} · Piano ${report.plan.code} · situazione ${dayWith("al", report.day)}`;
  return screens.map(({ title, note, body }, index) => (
    <ReportScreen
      key={index}
      title={title}
      note={note}
      place={{ number: index + 1, of: screens.length, entity: report.entity, subject }}
    >
      {body}
    </ReportScreen>
  ));
}

function cover(
  { entity, plan, day, comment, corrects, closedAt, demonstrative }: ReportData,
  isDraft: boolean,
): Screen {
  return {
    title: `Relazione sul piano ${plan.code}, situazione ${dayWith("al", day)}`,
    note: [entity, plan.title, plan.act].filter(Boolean).join(" · "),
    body: (
      <>
        {isDraft && (
          <p className="box warn">
            <b>Bozza.</b> La fotografia è ancora aperta: i numeri sono quelli che risultano adesso e possono
            cambiare.
          </p>
        )}
        {!isDraft && <p>Fotografia chiusa {momentWithArticle(closedAt)}.</p>}
        {demonstrative && <p>Dati dimostrativi.</p>}
        {corrects && (
          <p className="as-typed">
            Corregge la fotografia chiusa prima per lo stesso giorno (impronta{" "}
            <code className="hash">{corrects.hash}</code>): {corrects.reason}
          </p>
        )}
        {comment && <p className="as-typed">{comment}</p>}
      </>
    ),
  };
}

function years({ years, findings }: ReportData, chart: string): Screen {
  return {
    title: findings[0]?.sentence ?? "Anno per anno",
    note: findings[0]?.grounds,
    body: (
      <figure className="fig">
        <div className="drawing" dangerouslySetInnerHTML={{ __html: chart }} />
        <figcaption>
          Annualità per anno di piano e situazione; la parentesi sopra ogni barra è il piano adottato.
          Denominatore: tutte le annualità dell’anno, comprese ripianificate e annullate. Numeratore:
          completate, con prova o dichiarate.
        </figcaption>
        <TallyTable
          caption="Gli anni del piano: i numeri della figura"
          first="Anno"
          rows={years.map((row) => ({ ...row, key: String(row.year), name: String(row.year) }))}
        />
      </figure>
    ),
  };
}

function areas({ areas }: ReportData): Screen {
  const late = areas.filter(({ counts }) => counts.late > 0).length;
  return {
    title:
      late === 0
        ? "In nessun ambito vi sono annualità in ritardo"
        : `${late === 1 ? "Un ambito ha" : `${late} ambiti hanno`} annualità in ritardo, su ${areas.length}`,
    note: "Tutti gli anni del piano insieme",
    body: (
      <TallyTable
        caption="Gli ambiti del piano"
        first="Ambito"
        rows={areas.map((area) => ({ ...area, key: area.code, name: `${area.code} ${area.title}` }))}
      />
    ),
  };
}

function achieved({ plan }: ReportData, area: ReportData["areas"][number]): Screen {
  const beyond = area.actions.flatMap(({ cells }) => cells.map(({ year }) => year));
  const all = [
    ...new Set([...yearsOf({ first_year: plan.firstYear, last_year: plan.lastYear }), ...beyond]),
  ].sort((a, b) => a - b);
  const completed = area.counts["completed-proven"] + area.counts["completed-declared"];
  return {
    title: `${area.code} ${area.title}`,
    note: `Completate ${completed} annualità su ${area.total}, ${area.counts["completed-proven"]} con prova; in ritardo ${area.counts.late}; adottate ${area.adopted}`,
    body: (
      <>
        {area.comment && <p className="as-typed">{area.comment}</p>}
        {area.actions.length > 0 && <AchievedTable area={area} years={all} />}
      </>
    ),
  };
}

function rest({
  smartability,
  objectives,
  variations,
  decisions,
  method,
  chain,
  contentHash,
}: ReportData): Screen[] {
  return [
    ...(smartability
      ? [
          {
            title: "Smartabilità: che cosa è cambiato, e grazie a che cosa",
            note: smartability.finding,
            body: <SmartabilityTables smartability={smartability} />,
          },
        ]
      : []),
    ...(objectives.length > 0
      ? [
          {
            title: `Gli obiettivi dell’anno: ${count(objectives.length, "obiettivo", "obiettivi")}`,
            body: <ObjectivesTable objectives={objectives} />,
          },
        ]
      : []),
    {
      title:
        variations.length === 0
          ? "Nessuna variazione rispetto al piano adottato"
          : `${count(variations.length, "variazione", "variazioni")} rispetto al piano adottato`,
      body: variations.length > 0 && <VariationsTable variations={variations} />,
    },
    {
      title:
        decisions.length === 0
          ? "Alla Giunta non si chiedono decisioni"
          : `Alla Giunta ${decisions.length === 1 ? "si chiede una decisione" : `si chiedono ${decisions.length} decisioni`}`,
      body: decisions.length > 0 && <DecisionsList decisions={decisions} />,
    },
    {
      title: "Come si conta",
      body: (
        <>
          {method.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {contentHash && (
            <p>
              Impronta SHA-256 del contenuto: <code className="hash">{contentHash}</code>. Testa della catena
              della storia: riga {chain.sequence}, <code className="hash">{chain.hash}</code>.
            </p>
          )}
        </>
      ),
    },
  ];
}
