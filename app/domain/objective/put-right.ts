import type { Day } from "../days.ts";

/** Something reported on a day; `replaces_id`: what it stands in the place of. */
export type PutRight = { id: number; effective_on: Day; replaces_id: number | null };

/**
 * The rows that nothing stands in the place of, in the order of their days until one of them, with all that is known now (R4). One that put another
 * right has, among those of its day, the place of the first that it goes back to (R3).
 */
export function inForce<Row extends PutRight>(rows: readonly Row[], day: Day): Row[] {
  const replaces = new Map(rows.map(({ id, replaces_id }) => [id, replaces_id]));
  const replaced = new Set(replaces.values());
  return rows
    .filter((one) => !replaced.has(one.id) && one.effective_on <= day)
    .map((row) => ({ row, place: firstOf(row.id, replaces) }))
    .sort((a, b) => compare(a.row.effective_on, b.row.effective_on) || a.place - b.place)
    .map(({ row }) => row);
}

/** What stands in the place of a row: itself, or the last that replaced it. */
export function lastInPlaceOf<Row extends PutRight>(row: Row, rows: readonly Row[]): Row {
  const next = rows.find(({ replaces_id }) => replaces_id === row.id);
  return next ? lastInPlaceOf(next, rows) : row;
}

function firstOf(id: number, replaces: ReadonlyMap<number, number | null>): number {
  const before = replaces.get(id) ?? null;
  return before === null ? id : firstOf(before, replaces);
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
