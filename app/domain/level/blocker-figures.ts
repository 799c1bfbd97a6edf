import type { BlockerState, ProcessOnDay } from "../smartability.ts";
import { BLOCKER_KINDS, type BlockerKind } from "./blockers.ts";

/** How many blockers of a kind are open, reduced and removed. */
export type BlockerRow = Record<BlockerState, number> & { total: number };

/** The blockers of some processes by kind, those with most first (of equals, in the order of the taxonomy), and all of them. */
export function blockersByKind(processes: readonly Pick<ProcessOnDay, "blockers">[]): {
  rows: (BlockerRow & { kind: BlockerKind })[];
  total: BlockerRow;
} {
  const counts = new Map(BLOCKER_KINDS.map((kind) => [kind, none()]));
  const total = none();
  for (const { kind, state } of processes.flatMap(({ blockers }) => blockers)) {
    for (const row of [counts.get(kind)!, total]) {
      row[state] += 1;
      row.total += 1;
    }
  }
  const rows = [...counts].map(([kind, row]) => ({ kind, ...row })).filter((row) => row.total > 0);
  return { rows: rows.sort((a, b) => b.total - a.total), total };
}

function none(): BlockerRow {
  return { open: 0, reduced: 0, removed: 0, total: 0 };
}
