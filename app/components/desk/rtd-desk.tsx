import { planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import type { PlacedYear } from "#app/domain/desk/placed-years.ts";
import { STALE_AFTER_DAYS } from "#app/domain/plan/freshness.ts";
import { count, joinWords } from "#app/format.ts";
import { usePastDay } from "../frame/past-day.ts";
import { DeskNews, type News } from "./desk-news.tsx";
import { Kpis } from "./kpis.tsx";
import { MonitoringLine, type OpenMonitoring } from "./monitoring-line.tsx";
import { type ObjectivesFigures, ObjectivesFiguresSection } from "./objectives-figures.tsx";
import { type OfficeAttention, OfficeAttentionTable } from "./office-attention.tsx";
import { RoundBox, type RoundState } from "./round-box.tsx";
import { type Short, ShortList } from "./short-list.tsx";
import { ToDecide, type UnclearAction } from "./to-decide.tsx";
import { type ClaimsWaiting, WaitingClaims } from "./waiting-claims.tsx";
import { type ContributionsWaiting, WaitingContributions } from "./waiting-contributions.tsx";
import { type DeskYear, YearRows } from "./year-rows.tsx";

export type RtdDeskFacts = {
  plan: string;
  late: Short<DeskYear>;
  lateByPlan: { plan: string; late: number }[];
  neverUpdated: Short<DeskYear>;
  stale: Short<DeskYear>;
  unproven: { value: number; of: number };
  offices: OfficeAttention[];
  notCarriedOver: Short<PlacedYear>;
  withoutOwner: Short<PlacedYear>;
  unclear: Short<UnclearAction>;
  objectives: ObjectivesFigures;
  /** What waits for the RTD and what is new; null on a past day, which asks for nothing. */
  asks: {
    contributions: ContributionsWaiting;
    claims: ClaimsWaiting;
    monitoring: OpenMonitoring | null;
    round: RoundState;
    news: News;
  } | null;
};

/** What the RTD needs in the few minutes of a week (R6): what is late, silent, nobody's, and what there is to decide. */
export function RtdDesk({ desk }: { desk: RtdDeskFacts }) {
  const { plan, late, neverUpdated, stale, notCarriedOver, withoutOwner, unclear, asks } = desk;
  const al = usePastDay();
  return (
    <>
      <Kpis label="In breve" figures={figuresOf(desk)} />
      <div className="cols">
        <div>
          {asks?.monitoring && <MonitoringLine open={asks.monitoring} />}
          {asks && <RoundBox round={asks.round} />}
          <ShortList
            id="in-ritardo"
            title="In ritardo, dalla meno aggiornata"
            note={late.total === 0 ? "Nessuna annualità è in ritardo." : undefined}
            list={late}
            all={`Tutte le ${late.total} in ritardo`}
          >
            <YearRows years={late.rows} current={plan} />
          </ShortList>
          {neverUpdated.total > 0 && (
            <ShortList
              id="mai-aggiornate"
              title="Mai aggiornate"
              note={`Il loro anno è cominciato, o sono state aggiunte, da oltre ${STALE_AFTER_DAYS} giorni.`}
              list={neverUpdated}
              all={`Tutte le ${neverUpdated.total} mai aggiornate`}
            >
              <YearRows years={neverUpdated.rows} current={plan} />
            </ShortList>
          )}
          {stale.total > 0 && (
            <ShortList
              id="ferme"
              title={`Ferme da oltre ${STALE_AFTER_DAYS} giorni`}
              list={stale}
              all={`Tutte le ${stale.total} ferme`}
            >
              <YearRows years={stale.rows} current={plan} />
            </ShortList>
          )}
          <OfficeAttentionTable offices={desk.offices} />
        </div>
        <div className="aside">
          {asks && <WaitingContributions waiting={asks.contributions} />}
          {asks && <WaitingClaims waiting={asks.claims} />}
          <ToDecide notCarriedOver={notCarriedOver} withoutOwner={withoutOwner} unclear={unclear} />
          <ObjectivesFiguresSection objectives={desk.objectives} />
          {asks && <DeskNews news={asks.news} />}
          <p className="sm">
            <a href={planAddress(plan, { al })}>Tutto il piano, anno per anno</a> ·{" "}
            <a href={yearlyProgressAddress({ piano: plan, al })}>Il grafico dell’andamento</a>
          </p>
        </div>
      </div>
    </>
  );
}

function figuresOf(desk: RtdDeskFacts) {
  const { late, lateByPlan, neverUpdated, stale, unproven, plan } = desk;
  const reported = desk.asks ? desk.asks.contributions.proposals.total + desk.asks.contributions.claims : 0;
  const unblocking = desk.asks ? desk.asks.claims.contested.length + desk.asks.claims.fallen.length : 0;
  const toDecide = [
    reported > 0 && count(reported, "contributo", "contributi"),
    desk.notCarriedOver.total > 0 && `${desk.notCarriedOver.total} da riportare`,
    desk.withoutOwner.total > 0 && `${desk.withoutOwner.total} senza responsabile`,
    unblocking > 0 && count(unblocking, "sblocco", "sblocchi"),
  ].filter((words) => words !== false);
  const where = lateByPlan.map((one) => `${one.late} del piano ${one.plan}`);
  return [
    {
      value: late.total,
      words: `in ritardo${where.length > 0 ? `: ${joinWords(where)}` : ": il termine è passato e non sono chiuse"}`,
      alarming: true,
    },
    {
      value: neverUpdated.total + stale.total,
      words: `${neverUpdated.total + stale.total === 1 ? "aperta" : "aperte"} senza notizie da oltre ${STALE_AFTER_DAYS} giorni, ${count(neverUpdated.total, "mai aggiornata", "mai aggiornate")}; quelle in ritardo a parte`,
    },
    { ...unproven, words: `completate del piano ${plan} senza prova` },
    desk.asks === null
      ? { value: desk.withoutOwner.total, words: "aperte senza un ufficio che ne risponda" }
      : {
          value: reported + desk.notCarriedOver.total + desk.withoutOwner.total + unblocking,
          words: toDecide.length === 0 ? "da decidere" : `da decidere: ${joinWords(toDecide)}`,
        },
  ];
}
