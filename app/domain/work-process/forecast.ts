import { type Day, isDueOver, lastDayOf, laterOf, type Viewpoint, yearOf } from "../days.ts";
import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { isLate } from "../status/situations.ts";
import { type ClaimOnDay, isVoid } from "./claims-on-day.ts";
import { countLevels, type LevelCounts } from "./levels.ts";

/**
 * What is assumed of the work (R8). `recoveredOn`: the day by which what is late is taken to be recovered; null where nothing is
 * assumed of it.
 */
export type Assumption = { at: Viewpoint; recoveredOn: Day | null };

/** The levels at the end of a year: as things should go, and "se recuperate entro fine anno" also what is late. Never summed. */
export type Forecast = { expected: LevelCounts; recovered: LevelCounts };

/**
 * The levels of some processes at the end of a year that is not over (R8). `processes`: as they are at the viewpoint `at`.
 *
 *     levelsAtEndOf(processes, 2023, at).expected // an annualità due on 31/3/2024 is not completed yet
 */
export function levelsAtEndOf(processes: readonly ProcessOnDay[], year: number, at: Viewpoint): Forecast {
  const under = (assumption: Assumption) =>
    countLevels(processes.map((process) => levelUnder(process, heldAtEndOf(process, year, assumption))));
  return {
    expected: under({ at, recoveredOn: null }),
    recovered: under({ at, recoveredOn: lastDayOf(year) }),
  };
}

/**
 * Which claims on a process hold at the end of a year (R8), for `levelUnder`: those confirmed, not void, whose work is completed or
 * assumed to be by then, and after the day that the map describes.
 */
export function heldAtEndOf(
  { observedOn }: Pick<ProcessOnDay, "observedOn">,
  year: number,
  assumption: Assumption,
): (claim: ClaimOnDay) => boolean {
  return (claim) => {
    if (claim.state !== "confirmed" || isVoid(claim)) return false;
    const doneOn = assumedDoneOn(claim, assumption);
    return doneOn !== null && doneOn <= lastDayOf(year) && doneOn > observedOn;
  };
}

/**
 * The years whose end can be forecast, in order (R8): from the one that is not over to the last in which something assumed falls
 * due. Of the last day of a year, at its end, nothing is left to forecast unless something falls due later.
 */
export function forecastYears(processes: readonly ProcessOnDay[], at: Viewpoint): number[] {
  const thisYear = yearOf(at.day);
  const first = isDueOver(lastDayOf(thisYear), at) ? thisYear + 1 : thisYear;
  const confirmed = processes.flatMap(({ blockers }) =>
    blockers.flatMap(({ claims }) => claims.filter((claim) => claim.state === "confirmed" && !isVoid(claim))),
  );
  const last = confirmed
    .map((claim) => assumedDoneOn(claim, { at, recoveredOn: null }))
    .reduce((year, doneOn) => (doneOn === null ? year : Math.max(year, yearOf(doneOn))), thisYear);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/**
 * The day by which all the work of a claim is completed, done or assumed (R8); null where nothing can be assumed of part of it:
 * what is suspended or late, an action without annualità.
 */
export function assumedDoneOn({ needs }: Pick<ClaimOnDay, "needs">, assumption: Assumption): Day | null {
  let last: Day = "";
  for (const { years, isPlanned } of needs) {
    if (!isPlanned) return null;
    for (const { answer } of years) {
      const day = answer === undefined ? null : assumedCompletion(answer, assumption);
      if (day === null) return null;
      last = laterOf(last, day);
    }
  }
  return last === "" ? null : last;
}

function assumedCompletion(state: ActionYearState, { at, recoveredOn }: Assumption): Day | null {
  if (state.status === "completed") return state.completedOn;
  if (state.status !== "to-start" && state.status !== "in-progress") return null;
  return isLate(state, at) ? recoveredOn : state.dueOn;
}
