import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "./plan-at.ts";
import type { Situation } from "./situations.ts";
import type { Status } from "./status-steps.ts";
import type { Theme } from "./themes.ts";

/** What a list of actions is narrowed to; what is undefined narrows nothing. */
export type PlanFilter = {
  area?: string;
  theme?: Theme;
  responsible?: string;
  year?: number;
  situation?: Situation;
  status?: Status;
  text?: string;
};

export type FilteredPlan = { actions: PlanActionOnDay[]; matching: PlanActionYear[]; narrowsYears: boolean };

/**
 * The actions that a filter keeps and the annualità of the plan it speaks of: year, situation and status must hold of the
 * same one.
 *
 * An office includes the groups that it is in: asking for Settore 3 finds what "Dirigenti dei Settori" answer for.
 * `officesOfGroup`: the office codes of each group, by the group's code.
 */
export function filterPlan(
  actions: readonly PlanActionOnDay[],
  filter: PlanFilter,
  {
    plan,
    officesOfGroup,
  }: {
    plan: { first_year: number; last_year: number };
    officesOfGroup: ReadonlyMap<string, readonly string[]>;
  },
): FilteredPlan {
  const asked = (action: PlanActionOnDay) =>
    withinPlan(action.years, plan).filter((year) => isAsked(year, filter));
  const narrowsYears =
    filter.year !== undefined || filter.situation !== undefined || filter.status !== undefined;
  const words = fold(filter.text ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const kept = actions
    .filter((action) => filter.area === undefined || action.areaCode === filter.area)
    .filter((action) => filter.theme === undefined || action.themes.includes(filter.theme))
    .filter(
      (action) =>
        filter.responsible === undefined || isAnsweredBy(action, filter.responsible, officesOfGroup),
    )
    .filter((action) => words.every((word) => fold(`${action.code} ${action.title}`).includes(word)))
    .filter((action) => !narrowsYears || asked(action).length > 0);
  return { actions: kept, matching: kept.flatMap(asked), narrowsYears };
}

/** Text as it is searched: without accents, case and typographic apostrophes. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
}

function isAsked(year: PlanActionYear, filter: PlanFilter): boolean {
  return (
    (filter.year === undefined || year.year === filter.year) &&
    (filter.situation === undefined || year.situation === filter.situation) &&
    (filter.status === undefined || year.status === filter.status)
  );
}

function isAnsweredBy(
  action: PlanActionOnDay,
  code: string,
  officesOfGroup: ReadonlyMap<string, readonly string[]>,
): boolean {
  const named = action.responsibles.some(
    (one) => one.code === code || officesOfGroup.get(one.code)?.includes(code),
  );
  return named || action.years.some((year) => year.offices.includes(code));
}
