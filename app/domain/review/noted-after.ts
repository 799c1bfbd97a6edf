import type { Day } from "../days.ts";

/** A closed review as later lines are held against it: its day, and the last line of the chain that it printed. */
export type SeenByReview = { shown_on: Day; head_sequence: number };

/** A line of history; `replaced_effective_on`: the day of the line that it puts right, if it does. */
export type NotedLine = { sequence: number; effective_on: Day; replaced_effective_on: Day | null };

/**
 * The lines noted after a review was closed about days that it had seen (R4, docs/decisions/0023): recorded after the head
 * that it printed, and effective on its day or before. A rettifica that moves such a line past that day takes it away from what
 * the review saw, so it is one of them too. Told by sequence, never by moments.
 *
 *     notedAfter([{ sequence: 9, effective_on: "2022-12-01", … }], { shown_on: "2022-12-31", head_sequence: 8 }) // that line
 */
export function notedAfter<Line extends NotedLine>(lines: readonly Line[], review: SeenByReview): Line[] {
  const isSeen = (day: Day | null) => day !== null && day <= review.shown_on;
  return lines.filter(
    (line) =>
      line.sequence > review.head_sequence &&
      (isSeen(line.effective_on) || isSeen(line.replaced_effective_on)),
  );
}
