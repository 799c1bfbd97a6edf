import { dayAfter, type Viewpoint } from "../days.ts";
import { groupBy } from "../grouping.ts";
import { type Deadline, inOrder } from "./deadlines.ts";

/** What falls due on a day: one thing, or the annualità of that day together. */
export type ComingDeadline = { first: Deadline; more: number };

/** What is open and falls due from the day looked at, within so many days, the nearest first; many annualità of a day are one row. */
export function comingDeadlines(
  deadlines: readonly Deadline[],
  { within, at }: { within: number; at: Viewpoint },
): ComingDeadline[] {
  const until = dayAfter(at.day, within);
  const coming = inOrder(deadlines).filter(
    ({ day, standing }) => standing !== "done" && day >= at.day && day <= until,
  );
  const rows = groupBy(coming, ({ kind, day, id }) => (kind === "action-year" ? `${kind} ${day}` : id));
  return [...rows.values()].map(([first, ...others]) => ({ first: first!, more: others.length }));
}
