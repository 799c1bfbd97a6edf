import { type Viewpoint, yearOf } from "./days.ts";
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
 * How few groups hold at least half of what is late, and how much exactly. `top`: the groups with most, all that are alike;
 * where groups overlap only these may be told, since sums would count an annualità twice.
 */
export type ConcentrationFinding<Key> = {
  keys: Key[];
  groups: number;
  late: number;
  of: number;
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

/** The smallest number of groups, largest first, that together hold at least half of the late ones; undefined when nothing is late. */
export function concentrationOfLate<Key>(
  groups: ReadonlyMap<Key, Tally>,
): ConcentrationFinding<Key> | undefined {
  const of = [...groups.values()].reduce((sum, group) => sum + group.late, 0);
  if (of === 0) return undefined;
  const keys: Key[] = [];
  let late = 0;
  for (const [key, group] of [...groups].sort(([, a], [, b]) => b.late - a.late)) {
    if (late * 2 >= of) break;
    keys.push(key);
    late += group.late;
  }
  const most = Math.max(...[...groups.values()].map((group) => group.late));
  const top = [...groups]
    .filter(([, group]) => group.late === most)
    .map(([key, group]) => ({ key, late: group.late }));
  return { keys, groups: groups.size, late, of, top };
}

function sumOf(rows: readonly Tally[], figure: "completed" | "total"): number {
  return rows.reduce((sum, row) => sum + row[figure], 0);
}
