import { isStale } from "./freshness.ts";
import { groupBy } from "../grouping.ts";
import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "./plan-at.ts";
import { SITUATIONS, type Situation } from "../status/situations.ts";
import { STATUSES, type Status } from "../status/status-steps.ts";
import { type Tally, tally, yearsOf } from "./yearly-progress.ts";

/** One symbol of the overview: an annualità by its situation and, in progress, how far it is. */
type Mark = { id: number; situation: Situation; progress: number };

/** The annualità of an area in a year. `marks`: one each, in the order of the situations; null where they are too many to be told apart. */
export type AreaYear = {
  year: number;
  total: number;
  completed: number;
  counts: Record<Situation, number>;
  marks: Mark[] | null;
};

export type AreaSummary = {
  code: string;
  title: string;
  actions: number;
  figures: Tally;
  years: AreaYear[];
};

/** What a plan says of itself before its rows: figures, areas by years, what is to be followed (R5, R6). */
export type PlanSummary = {
  actions: number;
  figures: Tally;
  areas: AreaSummary[];
  lateByStatus: { status: Status; number: number }[];
  unclear: { code: string; number: number }[];
  stale: { total: number; neverUpdated: number };
};

/** How many symbols a cell holds before numbers say it better. */
const MOST_MARKS = 60;

/** Sums up a plan on a day over the annualità of its years; computed once for all the pages that quote it. */
export function summaryOf(
  actions: readonly PlanActionOnDay[],
  areas: readonly { code: string; title: string }[],
  plan: { first_year: number; last_year: number },
): PlanSummary {
  const all = actions.flatMap((action) => withinPlan(action.years, plan));
  const stale = all.filter(isStale);
  const byArea = groupBy(actions, (action) => action.areaCode);
  return {
    actions: actions.length,
    figures: tally(all),
    areas: areas.map(({ code, title }) => {
      const own = byArea.get(code) ?? [];
      const years = own.flatMap((action) => withinPlan(action.years, plan));
      const byYear = groupBy(years, ({ year }) => year);
      return {
        code,
        title,
        actions: own.length,
        figures: tally(years),
        years: yearsOf(plan).map((year) => areaYearOf(year, byYear.get(year) ?? [])),
      };
    }),
    lateByStatus: countsOfStatus(all.filter((year) => year.situation === "late")),
    unclear: actions
      .filter((action) => action.unknownYearCount > 0)
      .map(({ code, unknownYearCount }) => ({ code, number: unknownYearCount })),
    stale: {
      total: stale.length,
      neverUpdated: stale.filter(({ silence }) => silence?.everUpdated === false).length,
    },
  };
}

function areaYearOf(year: number, years: readonly PlanActionYear[]): AreaYear {
  const { total, completed, counts } = tally(years);
  const bySituation = groupBy(years, ({ situation }) => situation);
  const marks = SITUATIONS.flatMap((situation) => bySituation.get(situation) ?? []);
  return {
    year,
    total,
    completed,
    counts,
    marks:
      total > MOST_MARKS ? null : marks.map(({ id, situation, progress }) => ({ id, situation, progress })),
  };
}

function countsOfStatus(years: readonly PlanActionYear[]): { status: Status; number: number }[] {
  const byStatus = groupBy(years, ({ status }) => status);
  return STATUSES.map((status) => ({ status, number: byStatus.get(status)?.length ?? 0 })).filter(
    ({ number }) => number > 0,
  );
}
