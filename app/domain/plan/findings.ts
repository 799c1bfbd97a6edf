import { type Viewpoint, yearOf } from "../days.ts";
import type { Tally, YearRow } from "./yearly-progress.ts";

/** What the yearly chart says at a glance, as facts that a label turns into a sentence. Always literally true. */
export type YearFinding =
  | { kind: "nothing-late"; completed: number; total: number }
  | {
      kind: "late";
      worst: { year: number; late: number; total: number };
      others: { year: number; late: number }[];
    };

/**
 * Where what is late is: the fewest groups that hold at least half of it, told only as far as they are ahead of the next
 * (`keys`, none when the groups are alike); in how many groups there is some (`spread`) of how many (`groups`). `top`: the
 * groups with most, all that are alike; where groups overlap only these may be told, since sums would count an annualità twice.
 */
export type ConcentrationFinding<Key> = {
  keys: Key[];
  late: number;
  of: number;
  spread: number;
  groups: number;
  top: { key: Key; late: number }[];
};

/** The row that the first sentence speaks of: the year of the day looked at or, outside the plan, none: the whole plan then. */
export function rowInFocus(rows: readonly YearRow[], at: Viewpoint): YearRow | undefined {
  return rows.find((row) => row.year === yearOf(at.day));
}

/** The year with most late annualità, and the others that have some (the earlier first, of two alike). */
export function findingOfYears(rows: readonly YearRow[]): YearFinding {
  const late = rows.filter((row) => row.late > 0).sort((a, b) => b.late - a.late || a.year - b.year);
  const worst = late[0];
  if (!worst)
    return { kind: "nothing-late", completed: sumOf(rows, "completed"), total: sumOf(rows, "total") };
  return { kind: "late", worst, others: late.slice(1).sort((a, b) => a.year - b.year) };
}

/** Where at least half of the late ones are, without choosing among groups that have as many; undefined when nothing is late. */
export function concentrationOfLate<Key>(
  groups: ReadonlyMap<Key, Tally>,
): ConcentrationFinding<Key> | undefined {
  const late = [...groups]
    .map(([key, group]) => ({ key, late: group.late }))
    .filter((group) => group.late > 0)
    .sort((a, b) => b.late - a.late);
  const of = late.reduce((sum, group) => sum + group.late, 0);
  if (of === 0) return undefined;
  const half = late.slice(0, late.findIndex((_, index) => sumTo(late, index) * 2 >= of) + 1);
  const ahead = half.filter((group) => group.late > (late[half.length]?.late ?? 0));
  return {
    keys: ahead.map(({ key }) => key),
    late: ahead.reduce((sum, group) => sum + group.late, 0),
    of,
    spread: late.length,
    groups: groups.size,
    top: late.filter((group) => group.late === late[0]!.late),
  };
}

function sumTo(groups: readonly { late: number }[], index: number): number {
  return groups.slice(0, index + 1).reduce((sum, group) => sum + group.late, 0);
}

function sumOf(rows: readonly Tally[], figure: "completed" | "total"): number {
  return rows.reduce((sum, row) => sum + row[figure], 0);
}
