import { type Day, isDueOver, lastDayOf, type Viewpoint, yearOf } from "../days.ts";
import type { ProcessOnDay } from "../smartability.ts";
import type { ClaimOnDay } from "../level/claims-on-day.ts";
import { assumedLevels, type Assumption } from "./forecast.ts";
import { isAbove, type Level } from "../level/levels.ts";

/**
 * When something would come (R8): as things should go, and if what is late is recovered by the end of the year; null where nothing
 * can be assumed of part of it.
 */
export type Rise = { on: Day | null; ifRecovered: Day | null };

/** A level that some claims lead to. */
type Way = { to: Level; claims: readonly Pick<ClaimOnDay, "id" | "state">[] };

/** When a process would have the level that a way up leads to, the claims of it that are only proposed taken to be confirmed. */
export function riseOf(process: ProcessOnDay, way: Way, at: Viewpoint): Rise {
  return {
    on: arrivalOn(process, way.to, assumingWay(way, at, null)),
    ifRecovered: arrivalOn(process, way.to, assumingWay(way, at, endOfRunningYear(at))),
  };
}

/** What is assumed where a way up is foreseen: that the claims of it are confirmed. */
export function assumingWay(
  { claims }: Pick<Way, "claims">,
  at: Viewpoint,
  recoveredOn: Day | null,
): Assumption {
  const proposed = claims.filter(({ state }) => state === "proposed");
  return { at, recoveredOn, confirmed: new Set(proposed.map(({ id }) => id)) };
}

function arrivalOn(process: ProcessOnDay, to: Level, assumption: Assumption): Day | null {
  return assumedLevels(process, assumption).find(({ level }) => !isAbove(to, level))?.on ?? null;
}

/** The last day of the first year that is not over: of 31 December, at its end, that of the next. */
export function endOfRunningYear(at: Viewpoint): Day {
  const last = lastDayOf(yearOf(at.day));
  return isDueOver(last, at) ? lastDayOf(yearOf(at.day) + 1) : last;
}
