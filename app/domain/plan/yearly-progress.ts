import type { ActionYearState } from "../status/action-years.ts";
import { groupBy, groupByEach } from "../grouping.ts";
import { SITUATIONS, type Situation } from "../status/situations.ts";

/** An annualità as it is counted: its situation, its progress, the weight of its action. */
export type Counted = Pick<ActionYearState, "year" | "progress"> & { situation: Situation; weight: number };

/**
 * Progress as a fraction that can be shown (R5: no percentage without its numerator and denominator). `points`: sum of
 * weight × progress (0–100); `weight`: sum of the weights; `over`: how many annualità, without rescheduled and cancelled.
 */
export type Progress = { points: number; weight: number; over: number };

export type Tally = {
  total: number;
  completed: number;
  proven: number;
  late: number;
  counts: Record<Situation, number>;
  progress: Progress;
};

export type YearRow = Tally & { year: number; adopted: number };

/**
 * The yearly figures of a plan (R5), exactly as they are drawn: one row a year of the plan, in order.
 *
 * The denominator of a year is all its annualità, cancelled and rescheduled included; those beyond the plan are not
 * among them (R1). `adopted` counts what the plan held at the end of the day of its adoption.
 */
export function yearlyProgress(
  counted: readonly Counted[],
  plan: { first_year: number; last_year: number },
  adoptedByYear: ReadonlyMap<number, number>,
): YearRow[] {
  const byYear = groupBy(counted, (one) => one.year);
  return yearsOf(plan).map((year) => ({
    year,
    adopted: adoptedByYear.get(year) ?? 0,
    ...tally(byYear.get(year) ?? []),
  }));
}

/** The same figures under each key: an annualità of several offices counts for each, so those rows do not add up. */
export function tallyBy<Item extends Counted, Key>(
  counted: readonly Item[],
  keysOf: (item: Item) => Iterable<Key>,
): Map<Key, Tally> {
  const groups = groupByEach(counted, keysOf);
  return new Map([...groups].map(([key, items]) => [key, tally(items)]));
}

/** The figures of some annualità: how many in each situation, and how far they are. */
export function tally(counted: readonly Counted[]): Tally {
  const counts = Object.fromEntries(SITUATIONS.map((situation) => [situation, 0])) as Record<
    Situation,
    number
  >;
  for (const { situation } of counted) counts[situation] += 1;
  return {
    total: counted.length,
    completed: counts["completed-proven"] + counts["completed-declared"],
    proven: counts["completed-proven"],
    late: counts.late,
    counts,
    progress: progressOf(counted),
  };
}

/** Mean progress weighted by the action's weight, over what is neither rescheduled nor cancelled (R5). */
export function progressOf(counted: readonly Pick<Counted, "progress" | "weight" | "situation">[]): Progress {
  const mean = { points: 0, weight: 0, over: 0 };
  for (const { situation, weight, progress } of counted) {
    if (situation === "rescheduled" || situation === "cancelled") continue;
    mean.points += weight * progress;
    mean.weight += weight;
    mean.over += 1;
  }
  return mean;
}

/** The mean in percent, or null when there is nothing to measure: "non misurabile" is not 0 %. */
export function percentOf(progress: Progress): number | null {
  return progress.weight === 0 ? null : progress.points / progress.weight;
}

export function yearsOf(plan: { first_year: number; last_year: number }): number[] {
  return Array.from({ length: plan.last_year - plan.first_year + 1 }, (_, index) => plan.first_year + index);
}
