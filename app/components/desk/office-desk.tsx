import { planAddress } from "#app/addresses.ts";
import { STALE_AFTER_DAYS } from "#app/domain/plan/freshness.ts";
import { count } from "#app/format.ts";
import { DeskNews, type News } from "./desk-news.tsx";
import { Kpis } from "./kpis.tsx";
import { type OwnProcesses, OwnProcessesList } from "./own-processes.tsx";
import { RoundBox, type RoundState } from "./round-box.tsx";
import { type Short, ShortList } from "./short-list.tsx";
import { type DeskYear, YearRows } from "./year-rows.tsx";

export type OfficeDeskFacts = {
  plan: string;
  year: number;
  /** The open annualità of this year, and of the years before. */
  thisYear: Short<DeskYear>;
  before: Short<DeskYear>;
  closed: number;
  late: number;
  neverUpdated: number;
  stale: number;
  processes: OwnProcesses;
  /** The code of the person's own office. */
  office: string | undefined;
  round: RoundState;
  news: News;
};

/** What a dirigente or referente needs a few times a year: own annualità by nearest due day, and what is asked of them. */
export function OfficeDesk({ desk }: { desk: OfficeDeskFacts }) {
  const { plan, year, thisYear, before, closed } = desk;
  return (
    <>
      <Kpis label="In breve" figures={figuresOf(desk)} />
      <div className="cols">
        <div>
          <ShortList
            id="quest-anno"
            title={`Le tue annualità del ${year}, dal termine più vicino`}
            note={
              thisYear.total === 0
                ? `Nessuna annualità del ${year} è aperta; chiuse ${closed}.`
                : `${count(thisYear.total, "aperta", "aperte")}; ${count(closed, "già chiusa", "già chiuse")}. «Aggiorna» dove risponde solo il tuo ufficio o è capofila, «Contributo» dove risponde con altri.`
            }
            list={thisYear}
            all={`Tutte le ${thisYear.total} aperte del ${year}`}
          >
            <YearRows years={thisYear.rows} current={plan} />
          </ShortList>
          {before.total > 0 && (
            <ShortList
              id="anni-passati"
              title="Degli anni passati, ancora aperte"
              list={before}
              all={`Tutte le ${before.total} ancora aperte`}
            >
              <YearRows years={before.rows} current={plan} />
            </ShortList>
          )}
          <p className="sm">
            <a href={planAddress(plan)}>Tutto il piano, anno per anno</a>
          </p>
        </div>
        <div className="aside">
          <section aria-labelledby="ti-e-chiesto">
            <h2 id="ti-e-chiesto">Che cosa ti è chiesto</h2>
            <RoundBox round={desk.round} />
          </section>
          <OwnProcessesList own={desk.processes} office={desk.office} />
          <DeskNews news={desk.news} own />
        </div>
      </div>
    </>
  );
}

function figuresOf({ late, neverUpdated, stale, thisYear, year }: OfficeDeskFacts) {
  return [
    {
      value: late,
      words:
        late === 1
          ? "tua annualità in ritardo, in tutti i piani"
          : "tue annualità in ritardo, in tutti i piani",
      alarming: true,
    },
    {
      value: thisYear.total,
      words:
        thisYear.total === 1
          ? `tua annualità del ${year} ancora aperta`
          : `tue annualità del ${year} ancora aperte`,
    },
    {
      value: stale,
      words: `${stale === 1 ? "ferma" : "ferme"}, senza notizie da oltre ${STALE_AFTER_DAYS} giorni; quelle in ritardo a parte`,
    },
    {
      value: neverUpdated,
      words: `${neverUpdated === 1 ? "mai aggiornata" : "mai aggiornate"}, dall’inizio del loro anno; quelle in ritardo a parte`,
    },
  ];
}
