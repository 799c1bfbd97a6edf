import { renderToStaticMarkup } from "react-dom/server";
import type { Situation } from "#app/domain/status/situations.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { formatPercent } from "#app/format.ts";
import { StackedBars, type StackedBarsProps } from "./stacked-bars.tsx";

type Row = Tally & { key: string; name: string; links: Partial<Record<Situation, string>> };

/** How many drawings are kept: a few plans, days and shapes. The oldest goes first. */
const KEPT = 200;

/** Drawings by what they were drawn from: the same rows are never drawn twice (docs/decisions/0002). */
const drawings = new Map<string, string>();

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
  return drawStackedBars({ id: "anni", rows: bars, size: "large", reachable: true });
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
  return drawStackedBars({ id, rows: bars, size: "small", reachable: false });
}

/** A chart as markup, in its two shapes; the stylesheet shows the one that fits. */
function drawStackedBars(chart: Omit<StackedBarsProps, "shape">): string {
  const key = JSON.stringify(chart);
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const drawing = (["wide", "narrow"] as const)
    .map((shape) =>
      renderToStaticMarkup(<StackedBars {...chart} id={`${chart.id}-${shape}`} shape={shape} />),
    )
    .join("");
  if (drawings.size >= KEPT) drawings.delete(drawings.keys().next().value!);
  drawings.set(key, drawing);
  return drawing;
}
