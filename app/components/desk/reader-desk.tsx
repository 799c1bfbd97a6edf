import { planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import type { ConcentrationFinding, YearFinding } from "#app/domain/plan/findings.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import type { Tally, YearRow } from "#app/domain/plan/yearly-progress.ts";
import { dayWith } from "#app/format.ts";
import { usePastDay } from "../frame/past-day.ts";
import { Figure } from "../progress/figure.tsx";
import { type FiguresRow, FiguresTable } from "../progress/figures-table.tsx";
import { GroupFinding, HeadSentence, YearsFinding } from "../progress/finding-sentences.tsx";
import { type ProcessesFigures, ProcessesLine } from "../work-process/processes-line.tsx";
import { DeskNews, type News } from "./desk-news.tsx";
import { type Short, ShortList } from "./short-list.tsx";
import { type DeskYear, YearRows } from "./year-rows.tsx";

export type ReaderDeskFacts = {
  plan: string;
  at: Viewpoint;
  focus: YearRow;
  rows: FiguresRow[];
  total: Tally;
  finding: YearFinding;
  where: { area: ConcentrationFinding<string> | undefined; office: ConcentrationFinding<string> | undefined };
  drawing: string;
  processes: ProcessesFigures;
  late: Short<DeskYear>;
  /** Null on a past day. */
  news: News | null;
};

/** What the Giunta, a lettore and the amministratore read: the year in one sentence, the chart, then what is late and where. */
export function ReaderDesk({ desk }: { desk: ReaderDeskFacts }) {
  const { plan, at, focus, total, late } = desk;
  const al = usePastDay();
  return (
    <>
      <HeadSentence plan={plan} total={focus} focus={focus} />
      <Figure
        id="anni"
        title={<YearsFinding finding={desk.finding} />}
        subtitle="Annualità per anno di piano e situazione; la parentesi sopra ogni barra è il piano adottato"
        drawing={desk.drawing}
        caption={`Denominatore: tutte le annualità dell’anno, comprese ripianificate e annullate. Numeratore: completate, con prova o dichiarate. Situazione ${dayWith("al", at.day)}.`}
      >
        <FiguresTable on={at} first="Anno" rows={desk.rows} total={total} />
      </Figure>
      <p>
        <a href={yearlyProgressAddress({ piano: plan, al })}>L’andamento per ambito, tema e ufficio</a> ·{" "}
        <a href={planAddress(plan, { al })}>Tutto il piano, anno per anno</a>
      </p>
      <ProcessesLine figures={desk.processes} />
      <div className="cols">
        <ShortList
          id="in-ritardo"
          title="In ritardo, dalla meno aggiornata"
          note={
            late.total === 0 ? (
              "Nessuna annualità è in ritardo."
            ) : (
              <>
                Nel piano {plan}. <GroupFinding finding={desk.where.area} one="ambito" many="ambiti" />.{" "}
                <GroupFinding finding={desk.where.office} one="ufficio" many="uffici" overlapping />.
              </>
            )
          }
          list={late}
          all={`Tutte le ${late.total} in ritardo`}
        >
          <YearRows years={late.rows} current={plan} />
        </ShortList>
        <div className="aside">{desk.news && <DeskNews news={desk.news} />}</div>
      </div>
    </>
  );
}
