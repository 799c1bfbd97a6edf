import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The two shapes of every chart: names at the left, or above for the phone. Two drawings, so that text keeps its size. */
export type Shape = "wide" | "narrow";

/** How many drawings are kept: a few plans, days and shapes. The oldest goes first. */
const KEPT = 200;

/** Drawings by what they were drawn from: the same rows are never drawn twice (docs/decisions/0002). */
const drawings = new Map<string, string>();

/**
 * A chart as markup, in its two shapes; the stylesheet shows the one that fits. `chart`: all that it is drawn from, with the id that
 * tells the charts of the program apart.
 */
export function drawnInTwoShapes<Chart extends { id: string }>(
  chart: Chart,
  draw: (chart: Chart & { shape: Shape }) => ReactElement,
): string {
  const key = JSON.stringify(chart);
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const drawing = (["wide", "narrow"] as const)
    .map((shape) => renderToStaticMarkup(draw({ ...chart, id: `${chart.id}-${shape}`, shape })))
    .join("");
  if (drawings.size >= KEPT) drawings.delete(drawings.keys().next().value!);
  drawings.set(key, drawing);
  return drawing;
}
