import type { Situation } from "#app/domain/status/situations.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { formatPercent } from "#app/format.ts";
import { drawnInTwoShapes } from "./drawings.server.tsx";
import { StackedBars, type StackedBarsProps } from "./stacked-bars.tsx";

type Row = Tally & { key: string; name: string; links: Partial<Record<Situation, string>> };

/** The years of a plan: large bars, each under the bracket of what was adopted. */
export function drawYears(rows: (Row & { adopted: number })[]): string {
  const bars = rows.map((row) => ({
    key: row.key,
    name: row.name,
    figure: `${row.completed} su ${row.total} completate`,
    note:
      row.total === 0 ? "" : `${formatPercent((row.completed / row.total) * 100)}, ${row.proven} con prova`,
    counts: row.counts,
    links: row.links,
    adopted: row.adopted,
  }));
  return drawnInTwoShapes<Omit<StackedBarsProps, "shape">>(
    { id: "anni", rows: bars, size: "large", reachable: true },
    (props) => <StackedBars {...props} />,
  );
}

/** Areas, themes or offices: small bars; the table beside them is what the keyboard goes through. */
export function drawGroups(id: string, rows: Row[]): string {
  const bars = rows.map((row) => ({
    key: row.key,
    name: row.name,
    figure: `${row.completed} su ${row.total}`,
    note: "",
    counts: row.counts,
    links: row.links,
    adopted: null,
  }));
  return drawnInTwoShapes<Omit<StackedBarsProps, "shape">>(
    { id, rows: bars, size: "small", reachable: false },
    (props) => <StackedBars {...props} />,
  );
}
