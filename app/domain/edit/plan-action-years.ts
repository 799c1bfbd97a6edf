import { type Day, firstDayOf, lastDayOf, lastDueDayOf } from "../days.ts";

/** A year of an action as a form asks for it; `dueOn` null for the last day of the year (R1). */
export type AskedYear = { year: number; dueOn: Day | null };

/** A year in which an annualità stands. `isPlanned`: the plan holds it, and not only a rescheduling (docs/decisions/0003). */
export type StandingYear = AskedYear & { isPlanned: boolean };

export type YearsRefusal =
  | "years-required"
  | "year-outside-the-plan"
  | "year-already-there"
  | "due-before-the-year"
  | "due-too-far"
  | "year-awaits-carry-over"
  | "nothing-to-clarify";

export type YearsContext = {
  plan: { first_year: number; last_year: number; adopted_on: Day | null };
  standing: readonly StandingYear[];
  /** The years into which something is chosen to be carried over when the plan is adopted. */
  carriedInto: readonly number[];
  unknownYearCount: number;
};

export type YearsChange = {
  added: AskedYear[];
  removed: number[];
  moved: AskedYear[];
  unknownYearCount: number;
};

export type YearsDecision =
  | { ok: true; change: YearsChange }
  | { ok: false; field: "years" | "clarifies"; reason: YearsRefusal; year?: number }
  | { ok: false; field: "due"; reason: "due-before-the-year" | "due-too-far"; year: number };

/**
 * Decides about the years of an action (R1, R10). Before adoption the form says all of them: those left out are taken off,
 * due days are set in place. On an adopted plan it says only those to add: none is ever taken off, and a due day is changed
 * as the status is. `clarifies`: the years added are those that the document left unsaid, which are then fewer.
 *
 *     decideYears({ years: [{ year: 2030, dueOn: null }], clarifies: false }, context)
 *     // { ok: false, field: "years", reason: "year-outside-the-plan", year: 2030 }
 */
export function decideYears(
  { years, clarifies }: { years: readonly AskedYear[]; clarifies: boolean },
  { plan, standing, carriedInto, unknownYearCount }: YearsContext,
): YearsDecision {
  const refused = checked(years, plan);
  if (refused) return refused;
  const isAdopted = plan.adopted_on !== null;
  const asked = years.map(withUsualDue);
  const inPlan = new Map(standing.filter(({ isPlanned }) => isPlanned).map((one) => [one.year, one]));
  const blocking = isAdopted ? standing : standing.filter(({ isPlanned }) => !isPlanned);
  const doubled = asked.find(({ year }) => blocking.some((one) => one.year === year));
  if (doubled) return { ok: false, field: "years", reason: "year-already-there", year: doubled.year };

  const added = asked.filter(({ year }) => !inPlan.has(year));
  const removed = isAdopted
    ? []
    : [...inPlan.keys()].filter((year) => !asked.some((one) => one.year === year));
  const moved = asked.filter(({ year, dueOn }) => {
    const before = inPlan.get(year);
    return before !== undefined && withUsualDue(before).dueOn !== dueOn;
  });
  if (clarifies && added.length === 0) return { ok: false, field: "clarifies", reason: "nothing-to-clarify" };
  const unclear = Math.max(0, unknownYearCount - (clarifies ? added.length : 0));
  if (!isAdopted && asked.length === 0 && unclear === 0)
    return { ok: false, field: "years", reason: "years-required" };
  const awaited = removed.find((year) => carriedInto.includes(year));
  if (awaited !== undefined)
    return { ok: false, field: "years", reason: "year-awaits-carry-over", year: awaited };
  return { ok: true, change: { added, removed, moved, unknownYearCount: unclear } };
}

/** Whether an action already has the years that a form asks for: of an adopted plan those to add, before adoption all of them. */
export function hasYears(
  asked: readonly AskedYear[],
  { plan, standing }: Pick<YearsContext, "plan" | "standing">,
): boolean {
  const inPlan = standing.filter(({ isPlanned }) => isPlanned).map(withUsualDue);
  const isThere = ({ year, dueOn }: AskedYear) =>
    inPlan.some((one) => one.year === year && one.dueOn === dueOn);
  const isWhole = plan.adopted_on !== null || inPlan.length === asked.length;
  return isWhole && asked.map(withUsualDue).every(isThere);
}

function checked(
  years: readonly AskedYear[],
  plan: { first_year: number; last_year: number },
): Extract<YearsDecision, { ok: false }> | undefined {
  for (const { year, dueOn } of years) {
    if (year < plan.first_year || year > plan.last_year)
      return { ok: false, field: "years", reason: "year-outside-the-plan", year };
    if (dueOn !== null && dueOn < firstDayOf(year))
      return { ok: false, field: "due", reason: "due-before-the-year", year };
    if (dueOn !== null && dueOn > lastDueDayOf(year))
      return { ok: false, field: "due", reason: "due-too-far", year };
  }
  return undefined;
}

/** The last day of the year is what is meant where no due day is set: it is kept unsaid. */
function withUsualDue({ year, dueOn }: AskedYear): AskedYear {
  return { year, dueOn: dueOn === lastDayOf(year) ? null : dueOn };
}
