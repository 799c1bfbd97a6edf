import { type Day, isDueOver, lastDayOf, type Viewpoint, yearOf } from "../days.ts";
import type { ProcessOnDay } from "../smartability.ts";
import { forecastYears, levelsAtEndOf } from "./forecast.ts";
import { countLevels, type Level, type LevelCounts, LEVELS, writtenLevel } from "../level/levels.ts";
import { ifCompleted, type Reckoning } from "./what-if.ts";

/**
 * What a row of levels says. `real`: a past day, the end of a year or the one looked at; `now`: today; `expected`, `recovered`: the end of a year
 * to come, as things should go and with what is late recovered by then (R8); `if-completed`, `if-proposed`: with some actions taken
 * as completed, by what is confirmed and by what is proposed as well; `attainable`: the most that claims may give (R7).
 */
export const LEVEL_ROW_KINDS = [
  "real",
  "now",
  "expected",
  "recovered",
  "if-completed",
  "if-proposed",
  "attainable",
] as const;
export type LevelRowKind = (typeof LEVEL_ROW_KINDS)[number];

/** Levels, exactly as they are drawn. `change`: against the levels that the maps write of the same processes. */
export type LevelRow = {
  kind: LevelRowKind;
  /** Null for what has no day of its own: the attainable levels, and those of a supposition. */
  day: Day | null;
  counts: LevelCounts;
  total: number;
  change: LevelCounts;
};

type Levelled = Pick<ProcessOnDay, "written" | "level">;

/** Levels at the end of a past year. */
export function realRow(day: Day, processes: readonly Levelled[]): LevelRow {
  return rowOf("real", day, countLevels(processes.map(({ level }) => level)), writtenLevels(processes));
}

/**
 * The rows from the day looked at on: that day, the end of each year that can be forecast, the most that can be attained. What is
 * late has a row of its own only where recovering it would alter something.
 */
export function rowsFrom(processes: readonly ProcessOnDay[], at: Viewpoint): LevelRow[] {
  const written = writtenLevels(processes);
  const levels = countLevels(processes.map(({ level }) => level));
  const attainable = countLevels(processes.map((process) => process.attainable));
  const forecasts = forecastYears(processes, at).flatMap((year) => {
    const { expected, recovered } = levelsAtEndOf(processes, year, at);
    const row = rowOf("expected", lastDayOf(year), expected, written);
    return areAlike(expected, recovered)
      ? [row]
      : [row, rowOf("recovered", lastDayOf(year), recovered, written)];
  });
  const kind = at.isOver ? "real" : "now";
  return [rowOf(kind, at.day, levels, written), ...forecasts, rowOf("attainable", null, attainable, written)];
}

/** The row of a supposition (R8): the levels if some actions were completed. */
export function suppositionRow(
  processes: readonly ProcessOnDay[],
  actionIds: readonly number[],
  reckoning: Reckoning,
): LevelRow {
  const levels = countLevels(ifCompleted(processes, actionIds, reckoning).values());
  const kind = reckoning.withProposed ? "if-proposed" : "if-completed";
  return rowOf(kind, null, levels, writtenLevels(processes));
}

/** The years of which the end is over, from one on: those that a row can say as they were. The day looked at has a row of its own. */
export function pastYears(first: number, at: Viewpoint): number[] {
  const last = yearOf(at.day);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => lastDayOf(year) !== at.day && isDueOver(lastDayOf(year), at),
  );
}

function rowOf(kind: LevelRowKind, day: Day | null, counts: LevelCounts, written: LevelCounts): LevelRow {
  const change = Object.fromEntries(LEVELS.map((level) => [level, counts[level] - written[level]]));
  return { kind, day, counts, total: sumOf(counts), change: change as LevelCounts };
}

function writtenLevels(processes: readonly Pick<ProcessOnDay, "written">[]): LevelCounts {
  return countLevels(processes.map(({ written }): Level => writtenLevel(written)));
}

function sumOf(counts: LevelCounts): number {
  return LEVELS.reduce((sum, level) => sum + counts[level], 0);
}

function areAlike(counts: LevelCounts, others: LevelCounts): boolean {
  return LEVELS.every((level) => counts[level] === others[level]);
}
