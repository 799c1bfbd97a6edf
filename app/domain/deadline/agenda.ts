import { type Day, type Viewpoint, yearOf } from "../days.ts";
import { groupBy } from "../grouping.ts";
import type { Deadline, DeadlineKind } from "./deadlines.ts";

/**
 * What is asked of a list of deadlines. `offices`: those whose deadlines are wanted, null for all. Those of the law are the whole
 * municipality's: `withLegal` keeps them beside those of some offices.
 */
export type DeadlineFilter = {
  offices: ReadonlySet<string> | null;
  kind: DeadlineKind | null;
  withLegal: boolean;
};

export function filterDeadlines(
  deadlines: readonly Deadline[],
  { offices, kind, withLegal }: DeadlineFilter,
) {
  const isWanted = (one: Deadline) =>
    offices === null || (withLegal && one.kind === "legal") || one.offices.some((code) => offices.has(code));
  return deadlines.filter((one) => (kind === null || one.kind === kind) && isWanted(one));
}

/** What is late of one thing: its first deadline, and how many more of the same point are. */
export type LateThing = { first: Deadline; more: number };

export type Agenda = {
  late: LateThing[];
  /** Points of objectives of years past that were never reported: how many deadlines, by year. */
  lateBefore: { year: number; deadlines: number }[];
  months: { month: string; deadlines: Deadline[]; done: number }[];
};

/**
 * A year of deadlines: what is late first, then month by month what is to do; what is done is counted, and listed where it is asked for.
 *
 * Looked at from within the year, late is also what the years before have left open; but the objectives of a year past are closed with it, and
 * of their points only the number is said.
 */
export function agendaOf(
  deadlines: readonly Deadline[],
  { year, withDone, at }: { year: number; withDone: boolean; at: Viewpoint },
): Agenda {
  const inYear = deadlines.filter(({ day }) => yearOf(day) === year);
  const before = deadlines.filter(({ day, isLate }) => isLate && yearOf(day) < year);
  const isThisYear = year === yearOf(at.day);
  const stillLate = isThisYear ? before.filter(({ kind }) => kind !== "step") : [];
  const steps = isThisYear ? before.filter(({ kind }) => kind === "step") : [];
  return {
    late: thingsOf([...stillLate, ...inYear.filter(({ isLate }) => isLate)]),
    lateBefore: [...groupBy(steps, ({ day }) => yearOf(day))].map(([year, ones]) => ({
      year,
      deadlines: ones.length,
    })),
    months: [...groupBy(inYear, ({ day }) => monthOf(day))].map(([month, ones]) => {
      const toDo = ones.filter(({ standing }) => standing !== "done");
      return { month, deadlines: withDone ? ones : toDo, done: ones.length - toDo.length };
    }),
  };
}

/** Twelve months of a point that nobody reports are one thing, not twelve. */
function thingsOf(late: readonly Deadline[]): LateThing[] {
  const things = groupBy(late, (one) => (one.kind === "step" ? `${one.objective}/${one.ordinal}` : one.id));
  return [...things.values()].map(([first, ...others]) => ({ first: first!, more: others.length }));
}

/** "2026-10" */
function monthOf(day: Day): string {
  return day.slice(0, 7);
}
