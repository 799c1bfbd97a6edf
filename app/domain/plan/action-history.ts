import { inOrder } from "../status/action-years.ts";
import { type Day, laterOf, type Viewpoint } from "../days.ts";
import type { PlanActionYear } from "./plan-at.ts";
import { isOpen, type Status } from "../status/status-steps.ts";

/** A line as the history of an action tells it. `replaced_by`: the rettifica that stands in its place, if any. */
export type HistoryLine = {
  sequence: number;
  place: number;
  year: number;
  from_status: Status;
  to_status: Status;
  progress: number;
  due_on: Day | null;
  effective_on: Day;
  recorded_at: string;
  replaces_sequence: number | null;
  replaced_by: number | null;
};

/** What the history of an action shows, newest first: what people recorded, and the day a term went by (computed, R1). */
export type HistoryEntry<Line> =
  | { kind: "line"; on: Day; line: Line; previousProgress: number }
  | { kind: "late-since"; on: Day; year: number; dueOn: Day };

/**
 * The history of an action on a day: its lines that took effect by then, each with the progress before it, and for each
 * annualità that is late the day from which it is: its term or, later, its reopening or
 * the line that set the term. Newest day first; of one day, the last recorded first.
 */
export function historyEntries<Line extends HistoryLine>(
  lines: readonly Line[],
  years: readonly PlanActionYear[],
  at: Viewpoint,
): HistoryEntry<Line>[] {
  const told = lines
    .filter((line) => line.effective_on <= at.day)
    .map((line) => ({
      kind: "line" as const,
      on: line.effective_on,
      line,
      previousProgress: progressBefore(lines, line),
    }));
  const late = years
    .filter((year) => year.situation === "late")
    .map((year) => ({
      kind: "late-since" as const,
      on: lateSince(year, lines, at),
      year: year.year,
      dueOn: year.dueOn,
    }));
  return [...told, ...late].sort((a, b) =>
    a.on === b.on ? sequenceOf(b) - sequenceOf(a) : a.on < b.on ? 1 : -1,
  );
}

function lateSince(year: PlanActionYear, lines: readonly HistoryLine[], at: Viewpoint): Day {
  const counting = inOrder(
    lines.filter(
      (line) => line.year === year.year && line.replaced_by === null && line.effective_on <= at.day,
    ),
  );
  const reopened = counting[counting.findLastIndex((line) => !isOpen(line.to_status)) + 1];
  const wasClosed = counting.some((line) => !isOpen(line.to_status));
  const termSet = counting.findLast((line) => line.due_on !== null);
  const days = [year.dueOn, wasClosed ? reopened?.effective_on : undefined, termSet?.effective_on];
  return days.filter((day) => day !== undefined).reduce(laterOf);
}

/** The progress that an annualità had before a line, among those that count. */
function progressBefore(lines: readonly HistoryLine[], line: HistoryLine): number {
  const counting = inOrder(
    lines.filter((one) => one.year === line.year && (one.replaced_by === null || one === line)),
  );
  return counting[counting.indexOf(line) - 1]?.progress ?? 0;
}

function sequenceOf(entry: HistoryEntry<HistoryLine>): number {
  return entry.kind === "line" ? entry.line.sequence : 0;
}
