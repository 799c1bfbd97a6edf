import { type Day, isDueOver, lastDayOf, laterOf, type Viewpoint, yearOf } from "../days.ts";
import type { ClaimOnDay } from "./claims-on-day.ts";
import { assumedDoneOn } from "./forecast.ts";

/**
 * When the work of some claims would all be completed (R8): as things should go, and if what is late is recovered by the end of the
 * year; null where nothing can be assumed of part of it.
 */
export type Rise = { on: Day | null; ifRecovered: Day | null };

export function riseOf(claims: readonly Pick<ClaimOnDay, "needs">[], at: Viewpoint): Rise {
  const doneOn = (recoveredOn: Day | null) => {
    const days = claims.map((claim) => assumedDoneOn(claim, { at, recoveredOn }));
    return days.some((day) => day === null) ? null : (days as Day[]).reduce(laterOf, "") || null;
  };
  return { on: doneOn(null), ifRecovered: doneOn(endOfRunningYear(at)) };
}

/** The last day of the first year that is not over: of 31 December, at its end, that of the next. */
export function endOfRunningYear(at: Viewpoint): Day {
  const last = lastDayOf(yearOf(at.day));
  return isDueOver(last, at) ? lastDayOf(yearOf(at.day) + 1) : last;
}
