import { type Day, isDueOver, lastDayOf, laterOf, type Viewpoint, yearOf } from "../days.ts";
import { claimsOf, levelUnder, type ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { isLate } from "../status/situations.ts";
import { type ClaimOnDay, isVoid } from "../level/claims-on-day.ts";
import { countLevels, type Level, type LevelCounts } from "../level/levels.ts";

/**
 * What is assumed of the work (R8). `recoveredOn`: the day by which what is late is taken to be recovered; null where nothing is
 * assumed of it. `confirmed`: the claims that are only proposed and are taken to be confirmed; none where it is left out.
 */
export type Assumption = { at: Viewpoint; recoveredOn: Day | null; confirmed?: ReadonlySet<number> };

/** The levels at the end of a year: as things should go, and "se recuperate entro fine anno" also what is late. Never summed. */
export type Forecast = { expected: LevelCounts; recovered: LevelCounts };

/**
 * The levels of some processes at the end of a year that is not over (R8). `processes`: as they are at the viewpoint `at`.
 *
 *     levelsAtEndOf(processes, 2023, at).expected // an annualità due on 31/3/2024 is not completed yet
 */
export function levelsAtEndOf(processes: readonly ProcessOnDay[], year: number, at: Viewpoint): Forecast {
  const under = (assumption: Assumption) =>
    countLevels(processes.map((process) => levelAssumedOn(process, lastDayOf(year), assumption)));
  return {
    expected: under({ at, recoveredOn: null }),
    recovered: under({ at, recoveredOn: lastDayOf(year) }),
  };
}

/**
 * The level of a process at the end of a day to come (R8): the claims act that are confirmed, or taken to be, and not void, and
 * whose work is completed, or assumed to be, by then and after the day that the map describes.
 */
export function levelAssumedOn(process: ProcessOnDay, day: Day, assumption: Assumption): Level {
  return levelUnder(process, (claim) => {
    const heldOn = assumedToHoldOn(claim, process, assumption);
    return heldOn !== null && heldOn <= day;
  });
}

export type AssumedLevel = { on: Day; level: Level };

/** The level assumed of a process on the day looked at, then each other one with the day from which it would be so. */
export function assumedLevels(process: ProcessOnDay, assumption: Assumption): AssumedLevel[] {
  const { day } = assumption.at;
  const days = claimsOf(process).flatMap((claim) => assumedToHoldOn(claim, process, assumption) ?? []);
  const later = [...new Set(days.filter((on) => on > day))].sort();
  const levels = [day, ...later].map((on) => ({ on, level: levelAssumedOn(process, on, assumption) }));
  return levels.filter(({ level }, index) => level !== levels[index - 1]?.level);
}

/** The day on which a claim begins to act, as far as is assumed; null where it is not. */
export function assumedToHoldOn(
  claim: ClaimOnDay,
  { observedOn }: ProcessOnDay,
  assumption: Assumption,
): Day | null {
  const isTaken = claim.state === "confirmed" || assumption.confirmed?.has(claim.id);
  if (!isTaken || isVoid(claim)) return null;
  const doneOn = assumedDoneOn(claim, assumption);
  return doneOn !== null && doneOn > observedOn ? doneOn : null;
}

/**
 * The years whose end can be forecast, in order (R8): from the one that is not over to the last in which something assumed falls
 * due. Of the last day of a year, at its end, nothing is left to forecast unless something falls due later.
 */
export function forecastYears(processes: readonly ProcessOnDay[], at: Viewpoint): number[] {
  const thisYear = yearOf(at.day);
  const first = isDueOver(lastDayOf(thisYear), at) ? thisYear + 1 : thisYear;
  const confirmed = processes
    .flatMap(claimsOf)
    .filter((claim) => claim.state === "confirmed" && !isVoid(claim));
  const last = confirmed
    .map((claim) => assumedDoneOn(claim, { at, recoveredOn: null }))
    .reduce((year, doneOn) => (doneOn === null ? year : Math.max(year, yearOf(doneOn))), thisYear);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/**
 * The day by which all the work of a claim is completed, done or assumed (R8); null where nothing can be assumed of part of it:
 * what is suspended or late, an action without annualità.
 */
function assumedDoneOn({ needs }: Pick<ClaimOnDay, "needs">, assumption: Assumption): Day | null {
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
