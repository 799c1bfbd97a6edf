import { RTD } from "#app/domain/office/offices.ts";
import { redirect } from "@remix-run/node";
import { officeAddress, plansAddress, withQuery } from "#app/addresses.ts";
import { SITUATION_CODE } from "#app/domain/codes.ts";
import type { Day, Viewpoint } from "#app/domain/days.ts";
import type { PlanActionOnDay, PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { withinPlan } from "#app/domain/plan/plan-at.ts";
import { SITUATIONS, type Situation } from "#app/domain/status/situations.ts";
import { THEMES } from "#app/domain/plan/themes.ts";
import { type Tally, tally, tallyBy } from "#app/domain/plan/yearly-progress.ts";
import { THEME_LABEL } from "#app/labels.ts";
import { db } from "#db/connection.server.ts";
import { listOffices } from "#db/office/offices.ts";
import { findPlanInForce } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import { notFound } from "#app/http.server.ts";
import { planOnDay, planOr404 } from "./plan-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** A row of figures with its name and where each of its numbers leads. */
export type GroupRow = Tally & {
  key: string;
  name: string;
  /** Where the name itself leads, if anywhere. */
  address?: string;
  links: Partial<Record<Situation, string>>;
};

/** The plan asked for (`?piano=`), else the one in force on the day looked at, else the latest adopted by then; where none is, the way to the plans. */
export async function planAskedFor(
  request: Request,
  { at, al }: { at: Viewpoint; al: Day | undefined },
): Promise<PlanRow> {
  const code = new URL(request.url).searchParams.get("piano");
  if (code) return adoptedOr404(await planOr404(code));
  const plan = await findPlanInForce(db, at.day);
  if (!plan) throw redirect(plansAddress(al));
  return plan;
}

function adoptedOr404(plan: PlanRow): PlanRow {
  if (plan.adopted_on === null)
    throw notFound(`Il piano ${plan.code} è una bozza: l’andamento comincia dalla sua adozione.`);
  return plan;
}

/** All that `/andamento` and its CSV say, from the same rows: by year, and by area, theme and office; computed once while nothing changes. */
export function yearlyProgressOnDay(plan: PlanRow, at: Viewpoint) {
  return whileUnchanged(["andamento", plan.id, at.day, at.isOver], () => computeYearlyProgress(plan, at));
}

async function computeYearlyProgress(plan: PlanRow, at: Viewpoint) {
  const { areas, actions, years, rows } = await planOnDay(plan, at);
  const al = at.isOver ? at.day : undefined;
  const linksTo = (query: Record<string, string | number>, figures: Tally) =>
    linksOf(plan.code, figures, { ...query, al });
  const grouped = (
    keysOf: (item: Grouped) => Iterable<string>,
    names: [string, string][],
    parameter: string,
  ): GroupRow[] => {
    const tallies = tallyBy(
      actions.flatMap((action) => withinPlan(action.years, plan).map((year) => ({ ...year, action }))),
      keysOf,
    );
    return names.flatMap(([key, name]) => {
      const figures = tallies.get(key);
      return figures ? [{ key, name, ...figures, links: linksTo({ [parameter]: key }, figures) }] : [];
    });
  };
  const offices = await listOffices(db);
  return {
    total: tally(years),
    byYear: rows.map((row) => ({
      ...row,
      key: String(row.year),
      name: String(row.year),
      links: linksTo({ anno: row.year }, row),
    })),
    byArea: grouped(
      ({ action }) => [action.areaCode],
      areas.map(({ code, title }) => [code, `${code} ${title}`]),
      "ambito",
    ),
    byTheme: grouped(
      ({ action }) => action.themes,
      THEMES.map((theme) => [theme, THEME_LABEL[theme]]),
      "tema",
    ),
    byOffice: grouped(
      officesOf,
      [...offices.map(({ code, name }): [string, string] => [code, name]), [RTD, "RTD"]],
      "responsabile",
    ).map((row) => (row.key === RTD ? row : { ...row, address: officeAddress(row.key, al) })),
    unclear: actions.reduce((sum, action) => sum + action.unknownYearCount, 0),
  };
}

type Grouped = PlanActionYear & { action: PlanActionOnDay };

/** The offices that answer for an annualità and, where it is named, the role RTD: a row of its own, not an office (R11). */
function officesOf({ offices, action }: Grouped): string[] {
  return action.responsibles.some(({ code }) => code === RTD) ? [...offices, RTD] : [...offices];
}

function linksOf(plan: string, { counts }: Tally, query: Record<string, string | number | undefined>) {
  return Object.fromEntries(
    SITUATIONS.filter((situation) => counts[situation] > 0).map((situation) => [
      situation,
      `${withQuery(`/piani/${plan}`, { ...query, situazione: SITUATION_CODE[situation] })}#azioni`,
    ]),
  ) as Partial<Record<Situation, string>>;
}
