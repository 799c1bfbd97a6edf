import { type PlanActionOnDay, type PlanActionYear, withinPlan } from "./plan-at.ts";
import type { Situation } from "../status/situations.ts";
import type { Status } from "../status/status-steps.ts";
import type { Theme } from "./themes.ts";
import { RTD } from "../office/offices.ts";
import { fold, wordsOf } from "../words.ts";

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

export type FilteredPlan = {
  actions: readonly PlanActionOnDay[];
  matching: readonly PlanActionYear[];
};

/**
 * The actions that a filter keeps and the annualità of the plan it speaks of: year, situation, status and the office that
 * answers must hold of the same one.
 *
 * Asking for an office finds what it answers for, through a group, too: as it was written down (R10), or from the groups of
 * today where nothing was yet. A group, and the role RTD, are named by the action for all of its years.
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
  const narrowsYears = speaksOfYears(filter);
  const tests = testsOf(filter, officesOfGroup);
  const found = actions
    .filter((action) => tests.every((test) => test(action)))
    .map((action) => ({
      action,
      years: withinPlan(action.years, plan).filter(
        (year) => isAsked(year, filter) && isOfResponsible(year, filter.responsible, officesOfGroup),
      ),
    }))
    .filter(({ years }) => !narrowsYears || years.length > 0);
  return {
    actions: found.map(({ action }) => action),
    matching: found.flatMap(({ years }) => years),
  };
}

/** True when a filter is about annualità, not only about actions. */
export function speaksOfYears({ year, situation, status }: PlanFilter): boolean {
  return year !== undefined || situation !== undefined || status !== undefined;
}

/** What an action must be to be kept: nothing, where nothing is asked of actions. */
function testsOf(
  { area, theme, responsible, text }: PlanFilter,
  officesOfGroup: ReadonlyMap<string, readonly string[]>,
): ((action: PlanActionOnDay) => boolean)[] {
  const words = wordsOf(text ?? "");
  return [
    ...(area === undefined ? [] : [(action: PlanActionOnDay) => action.areaCode === area]),
    ...(theme === undefined ? [] : [(action: PlanActionOnDay) => action.themes.includes(theme)]),
    ...(responsible === undefined
      ? []
      : [(action: PlanActionOnDay) => isAnsweredBy(action, responsible, officesOfGroup)]),
    ...(words.length === 0 ? [] : [(action: PlanActionOnDay) => says(action, words)]),
  ];
}

function says({ code, title }: PlanActionOnDay, words: readonly string[]): boolean {
  const said = fold(`${code} ${title}`);
  return words.every((word) => said.includes(word));
}

/** True for an annualità whose year, situation and status are those asked for. */
function isAsked(year: PlanActionYear, filter: PlanFilter): boolean {
  return (
    (filter.year === undefined || year.year === filter.year) &&
    (filter.situation === undefined || year.situation === filter.situation) &&
    (filter.status === undefined || year.status === filter.status)
  );
}

/** Of an action that is kept: an office answers for some annualità and not for others, since responsibles may change. */
function isOfResponsible(
  { offices }: PlanActionYear,
  code: string | undefined,
  officesOfGroup: ReadonlyMap<string, readonly string[]>,
): boolean {
  const isOffice = code !== undefined && code !== RTD && !officesOfGroup.has(code);
  return !isOffice || offices.length === 0 || offices.includes(code);
}

function isAnsweredBy(
  action: PlanActionOnDay,
  code: string,
  officesOfGroup: ReadonlyMap<string, readonly string[]>,
): boolean {
  const written = action.years.flatMap(({ offices }) => offices);
  if (written.includes(code) || action.responsibles.some((one) => one.code === code)) return true;
  return (
    written.length === 0 && action.responsibles.some((one) => officesOfGroup.get(one.code)?.includes(code))
  );
}
