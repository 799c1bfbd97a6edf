import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The two shapes of every chart: names at the left, or above for the phone. Two drawings, so that text keeps its size. */
export type Shape = "wide" | "narrow";

/** How many drawings are kept: a few plans, days and shapes. The oldest goes first. */
const KEPT = 200;

/** Drawings by what they were drawn from: the same rows are never drawn twice (docs/decisions/0002). */
const drawings = new Map<string, string>();

/** A chart as markup, in its two shapes; the stylesheet shows the one that fits. `id` tells the charts of a program apart. */
export function drawnInTwoShapes<Chart extends { id: string; shape: Shape }>(
  Drawing: ComponentType<Chart>,
  chart: Omit<Chart, "shape">,
): string {
  const key = JSON.stringify(chart);
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const drawing = (["wide", "narrow"] as const)
    .map((shape) => ({ ...chart, id: `${chart.id}-${shape}`, shape }) as unknown as Chart)
    .map((props) => renderToStaticMarkup(<Drawing {...props} />))
    .join("");
  if (drawings.size >= KEPT) drawings.delete(drawings.keys().next().value!);
  drawings.set(key, drawing);
  return drawing;
}
