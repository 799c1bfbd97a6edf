import { type Day, lastDayOf } from "../days.ts";
import type { Status } from "../status/status-steps.ts";

/** A closed review, by its day. */
export type ClosedReview = { id: number; shown_on: Day };

/**
 * The review that closes a plan (0023): one of its last day, or of a later one. From then on the plan has no more variations; what is done
 * late is still recorded, and what is unfinished still goes to the next plan. The earliest day that closes it says when; of two reviews
 * of that day, the last, which stands.
 *
 *     planClosedBy({ last_year: 2023 }, [{ id: 3, shown_on: "2022-12-31" }]) // undefined
 */
export function planClosedBy<Review extends ClosedReview>(
  plan: { last_year: number },
  closedReviews: readonly Review[],
): Review | undefined {
  return closedReviews
    .filter(({ shown_on }) => shown_on >= lastDayOf(plan.last_year))
    .sort((one, other) =>
      one.shown_on === other.shown_on ? other.id - one.id : one.shown_on < other.shown_on ? -1 : 1,
    )[0];
}

const OFF_ITS_YEAR: readonly Status[] = ["cancelled", "rescheduled"];

/** True for the steps that are variations (R1, R12): cancelling, rescheduling, and reopening what was either. */
export function isVariationStep(from: Status, to: Status): boolean {
  return from !== to && (OFF_ITS_YEAR.includes(from) || OFF_ITS_YEAR.includes(to));
}
