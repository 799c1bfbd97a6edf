import { planAddress } from "#app/addresses.ts";
import { type Day, daysBetween } from "#app/domain/days.ts";
import { count, formatDay } from "#app/format.ts";
import type { ObjectiveLines } from "../objective/objective-lines.tsx";
import { ComingDeadlines, type ComingRow } from "./coming-deadlines.tsx";
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
  /** What the RTD asks of own offices; null where no round is open. */
  asked: AskedMonitoring | null;
  coming: ComingRow[];
  round: RoundState;
  news: News;
};

/** What a dirigente or referente needs a few times a year: own work and objectives by nearest due day, and what is asked of them. */
export function OfficeDesk({ desk }: { desk: OfficeDeskFacts }) {
  const { plan, toUpdate } = desk;
  return (
    <>
      <Kpis label="In breve" figures={figuresOf(desk)} />
      {desk.asked && <MonitoringBox asked={desk.asked} />}
      <div className="cols">
        <div>
          <ShortList
            id="da-aggiornare"
            title="Da aggiornare adesso"
            note={
              toUpdate.total === 0
                ? "Nessuna annualità dei tuoi uffici aspetta una tua parola."
                : "Dal termine più vicino. «Aggiorna» dove risponde solo il tuo ufficio o è capofila, «Contributo» dove risponde con altri."
            }
            list={toUpdate}
            all={`Tutte le ${toUpdate.total} da aggiornare`}
          >
            <YearRows years={toUpdate.rows} current={plan} />
          </ShortList>
          <OwnObjectives objectives={desk.objectives} />
          <WaitingForRtd years={desk.waiting} current={plan} />
          <p className="sm">
            <a href={planAddress(plan)}>Tutto il piano, anno per anno</a>
          </p>
        </div>
        <div className="aside">
          <section aria-labelledby="ti-e-chiesto">
            <h2 id="ti-e-chiesto">Che cosa ti è chiesto</h2>
            <RoundBox round={desk.round} />
          </section>
          <ComingDeadlines rows={desk.coming} />
          <OwnProcessesList own={desk.processes} office={desk.office} />
          <DeskNews news={desk.news} own />
        </div>
      </div>
    </>
  );
}

function figuresOf({ late, term, day, processes, objectives }: OfficeDeskFacts) {
  const shared = late.total - late.alone;
  const awaited = processes.figures.figures.unlockable;
  return [
    {
      value: late.total,
      words: `annualità in ritardo: ${late.alone} da aggiornare da te, ${shared} con altri uffici`,
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
