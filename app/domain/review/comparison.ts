import { percentOf, type Progress, progressOf } from "../plan/yearly-progress.ts";
import { isCompleted, type Situation } from "../status/situations.ts";

/** An annualità as a review keeps it. `key` tells it from all others of the plan: "4.3.6/2022". */
export type ReviewedYear = {
  key: string;
  situation: Situation;
  progress: number;
  weight: number;
};

/**
 * What moved the mean progress of a plan from one review to the next, in points of a percentage. The parts add up exactly to `now − before`:
 *
 * - `withdrawn`: what the mean gains or loses because some annualità are no longer counted (cancelled, rescheduled, or gone);
 * - `reweighted`: because the weight of an action is another;
 * - `done`: because of the work on those that both reviews count;
 * - `added`: because others are counted now (added, reopened, or where something was rescheduled to).
 */
export type Comparison = {
  before: Progress;
  now: Progress;
  /** Null where one of the two measures nothing, or where they count no annualità in common: nothing to compare then. */
  parts: Parts | null;
  /** How many annualità are counted no longer, and how many are counted since. */
  left: number;
  entered: number;
  /** Completed now, not then: how many, and how many of them with proof. */
  completed: number;
  proven: number;
};

export type Parts = { withdrawn: number; reweighted: number; done: number; added: number };

/**
 * Compares two reviews of a plan (R12), the composition effect told apart: a percentage also rises when what was not done is struck off.
 *
 *     // 100 % and 0 % of two annualità, the second one then cancelled: from 50 % to 100 %, all of it `withdrawn`
 */
export function compareReviews(then: readonly ReviewedYear[], now: readonly ReviewedYear[]): Comparison {
  const [countedThen, countedNow] = [then.filter(isCounted), now.filter(isCounted)];
  const [byKeyThen, byKeyNow] = [keyed(countedThen), keyed(countedNow)];
  const stayedThen = countedThen.filter(({ key }) => byKeyNow.has(key));
  const stayedNow = countedNow.filter(({ key }) => byKeyThen.has(key));
  const weighed = stayedNow.map((one) => ({ ...one, progress: byKeyThen.get(one.key)!.progress }));
  const all = keyed(then);
  const completed = now.filter(
    ({ key, situation }) => isCompleted(situation) && !isCompleted(all.get(key)?.situation ?? "to-start"),
  );
  const before = progressOf(countedThen);
  const after = progressOf(countedNow);
  const means = [before, progressOf(stayedThen), progressOf(weighed), progressOf(stayedNow), after].map(
    percentOf,
  );
  return {
    before,
    now: after,
    parts: partsOf(means),
    left: countedThen.length - stayedThen.length,
    entered: countedNow.length - stayedNow.length,
    completed: completed.length,
    proven: completed.filter(({ situation }) => situation === "completed-proven").length,
  };
}

/** A first step of each kind, in this order, each from the mean that the one before has left. */
function partsOf(means: (number | null)[]): Parts | null {
  if (means.includes(null)) return null;
  const [first, restricted, weighed, worked, last] = means as [number, number, number, number, number];
  return {
    withdrawn: restricted - first,
    reweighted: weighed - restricted,
    done: worked - weighed,
    added: last - worked,
  };
}

/**
 * Numbers rounded to a tenth so that they still add up to their rounded sum: the ones cut most are rounded the other way.
 *
 *     roundedTogether([0.33, 0.33, 0.34]) // [0.3, 0.3, 0.4]
 */
export function roundedTogether(numbers: readonly number[], total: number): number[] {
  const tenths = numbers.map((number) => Math.floor(number * 10 + TINY));
  const missing = Math.round(total * 10) - tenths.reduce((sum, one) => sum + one, 0);
  const byRest = numbers
    .map((number, index) => ({ index, rest: number * 10 - tenths[index]! }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, Math.max(0, missing))) tenths[index]! += 1;
  return tenths.map((one) => one / 10);
}

/** What adding and dividing leave of a number that is whole. */
const TINY = 1e-6;

function isCounted({ situation }: ReviewedYear): boolean {
  return situation !== "rescheduled" && situation !== "cancelled";
}

function keyed(years: readonly ReviewedYear[]): Map<string, ReviewedYear> {
  return new Map(years.map((year) => [year.key, year]));
}
