import { type Day, yearOf } from "../days.ts";
import { yearsOf } from "../plan/yearly-progress.ts";

export type OpeningRefusal = "plan-not-adopted" | "in-the-future" | "before-the-adoption";
type PlanOfReview = { first_year: number; last_year: number; adopted_on: Day | null };

/** Decides whether a plan can be reviewed at the end of a day (R12): one that has come, from its adoption on. Undefined: it can. */
export function refusalOfDay(plan: PlanOfReview, day: Day, today: Day): OpeningRefusal | undefined {
  if (plan.adopted_on === null) return "plan-not-adopted";
  if (day > today) return "in-the-future";
  return day < plan.adopted_on ? "before-the-adoption" : undefined;
}

/** The half-year ends on which a plan is usually reviewed and is not yet, up to a day: the earlier first. */
export function daysToReview(plan: PlanOfReview, reviewed: readonly Day[], today: Day): Day[] {
  return yearsOf(plan)
    .flatMap((year) => [`${year}-06-30`, `${year}-12-31`])
    .filter((day) => refusalOfDay(plan, day, today) === undefined && !reviewed.includes(day));
}

/** The next half-year end of a plan that has still to come; undefined where its years are over. */
export function nextDayToReview(plan: PlanOfReview, today: Day): Day | undefined {
  return yearsOf(plan)
    .filter((year) => year >= yearOf(today))
    .flatMap((year) => [`${year}-06-30`, `${year}-12-31`])
    .find((day) => day > today);
}
