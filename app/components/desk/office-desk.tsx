import { planAddress } from "#app/addresses.ts";
import { type Day, daysBetween } from "#app/domain/days.ts";
import { count, formatDay } from "#app/format.ts";
import type { ObjectiveLines } from "../objective/objective-lines.tsx";
import { ComingDeadlines, type ComingRow } from "./coming-deadlines.tsx";
import { usePastDay } from "../frame/past-day.ts";
import { DeskNews, type News } from "./desk-news.tsx";
import { Kpis } from "./kpis.tsx";
import { type AskedMonitoring, MonitoringBox } from "./monitoring-box.tsx";
import { OwnObjectives } from "./own-objectives.tsx";
import { type OwnProcesses, OwnProcessesList } from "./own-processes.tsx";
import { RoundBox, type RoundState } from "./round-box.tsx";
import { type Short, ShortList } from "./short-list.tsx";
import { WaitingForRtd } from "./waiting-for-rtd.tsx";
import { type DeskYear, YearRows } from "./year-rows.tsx";

export type OfficeDeskFacts = {
  plan: string;
  /** What is open of own offices, of this year and of those before: to update, and already reported. */
  toUpdate: Short<DeskYear>;
  waiting: Short<DeskYear>;
  /** `alone`: those whose status the person updates; of the others, a contribution. */
  late: { alone: number; total: number };
  /** The nearest due day to come, and how many fall on it. */
  term: { dueOn: Day; years: number } | null;
  objectives: ObjectiveLines;
  processes: OwnProcesses;
  /** The code of the person's own office. */
  office: string | undefined;
  day: Day;
  /** What is asked and what is new; null on a past day, which asks for nothing. `monitoring`: null where no round is open. */
  asks: {
    monitoring: AskedMonitoring | null;
    coming: ComingRow[];
    round: RoundState;
    news: News;
  } | null;
};

/** What a dirigente or referente needs a few times a year: own work and objectives by nearest due day, and what is asked of them. */
export function OfficeDesk({ desk }: { desk: OfficeDeskFacts }) {
  const { plan, toUpdate, asks } = desk;
  const al = usePastDay();
  return (
    <>
      <Kpis label="In breve" figures={figuresOf(desk)} />
      {asks?.monitoring && <MonitoringBox asked={asks.monitoring} />}
      <div className="cols">
        <div>
          <ShortList
            id="da-aggiornare"
            title={asks ? "Da aggiornare adesso" : "Aperte quel giorno"}
            note={noteOf(desk)}
            list={toUpdate}
            all={`Tutte le ${toUpdate.total} ${asks ? "da aggiornare" : "aperte"}`}
          >
            <YearRows years={toUpdate.rows} current={plan} />
          </ShortList>
          <OwnObjectives objectives={desk.objectives} />
          <WaitingForRtd years={desk.waiting} current={plan} />
          <p className="sm">
            <a href={planAddress(plan, { al })}>Tutto il piano, anno per anno</a>
          </p>
        </div>
        <div className="aside">
          {asks && (
            <section aria-labelledby="ti-e-chiesto">
              <h2 id="ti-e-chiesto">Che cosa ti è chiesto</h2>
              <RoundBox round={asks.round} />
            </section>
          )}
          {asks && <ComingDeadlines rows={asks.coming} />}
          <OwnProcessesList own={desk.processes} office={desk.office} />
          {asks && <DeskNews news={asks.news} own />}
        </div>
      </div>
    </>
  );
}

function noteOf({ toUpdate, asks }: OfficeDeskFacts): string {
  if (toUpdate.total === 0)
    return asks
      ? "Nessuna annualità dei tuoi uffici aspetta una tua parola."
      : "Nessuna annualità dei tuoi uffici era aperta.";
  return asks
    ? "Dal termine più vicino. «Aggiorna» dove risponde solo il tuo ufficio o è capofila, «Contributo» dove risponde con altri."
    : "Di quell’anno e dei precedenti, dal termine più vicino.";
}

function figuresOf({ late, term, day, processes, objectives, asks }: OfficeDeskFacts) {
  const shared = late.total - late.alone;
  const awaited = processes.figures.figures.unlockable;
  return [
    {
      value: late.total,
      words: `annualità in ritardo: ${late.alone} ${asks ? "da aggiornare da te" : "tue"}, ${shared} con altri uffici`,
      alarming: true,
    },
    {
      value: term?.years ?? 0,
      words: term
        ? `annualità ${term.years === 1 ? "aperta" : "aperte"} con il termine più vicino, ${formatDay(term.dueOn)}, ${inDays(daysBetween(day, term.dueOn))}`
        : "annualità aperte con un termine che deve ancora venire",
    },
    {
      value: awaited,
      words: `${awaited === 1 ? "processo dei tuoi uffici che aspetta" : "processi dei tuoi uffici che aspettano"} un’azione per diventare ${awaited === 1 ? "smartabile" : "smartabili"}`,
    },
    {
      value: objectives.toUpdate,
      of: objectives.rows.length,
      words: `obiettivi del ${objectives.year} con un punto in ritardo, o da riportare entro un mese`,
    },
  ];
}

function inDays(days: number): string {
  return days === 0 ? "oggi" : `fra ${count(days, "giorno", "giorni")}`;
}
