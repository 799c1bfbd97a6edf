import type { Situation } from "#app/domain/status/situations.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL } from "#app/labels.ts";
import type { BarRow } from "./row-texts.tsx";
import { type Paint, SegmentDrawing } from "./segment-drawing.tsx";

export type SegmentProps = { x: number; y: number; width: number; height: number; payload: BarRow };

/** Colour is the third cue: every situation has a texture of its own, and numbers stand on a plate where it would blur them. */
const PAINT: Record<Situation, Paint> = {
  "completed-proven": { fill: "#00543d", edge: "#00543d", number: "#fff", plate: null },
  "completed-declared": {
    fill: "url(#p-completed-declared)",
    edge: "#00543d",
    number: "#00543d",
    plate: "#fff",
  },
  "in-progress": { fill: "#a9ccf0", edge: "#0059b3", number: "#17324d", plate: null },
  "to-start": { fill: "#fff", edge: "#455b71", number: "#17324d", plate: null },
  late: { fill: "url(#p-late)", edge: "#a82a08", number: "#fff", plate: "#a82a08" },
  suspended: { fill: "url(#p-suspended)", edge: "#5a4785", number: "#5a4785", plate: "#fff" },
  rescheduled: { fill: "url(#p-rescheduled)", edge: "#455b71", number: "#17324d", plate: "#fff" },
  cancelled: { fill: "url(#p-cancelled)", edge: "#5b6874", number: "#17324d", plate: "#fff" },
};

/** A piece of a bar: its texture, its number when there is room for it, and the link to the rows behind it. */
export function Segment({
  x,
  y,
  width,
  height,
  payload,
  situation,
  shift,
  reachable,
}: SegmentProps & { situation: Situation; shift: number; reachable: boolean }) {
  const number = payload.counts[situation];
  if (number === 0 || width <= 0) return <g />;
  const drawing = (
    <SegmentDrawing
      x={x}
      y={y + shift}
      width={width}
      height={height}
      paint={PAINT[situation]}
      texts={situation === "late" ? [`▲${number}`, String(number)] : [String(number)]}
    />
  );
  const href = payload.links[situation];
  if (href === undefined) return drawing;
  const words = number === 1 ? SITUATION_LABEL[situation] : SITUATIONS_LABEL[situation];
  return (
    <a
      href={href}
      aria-label={`${payload.name}: ${number} ${words}, vedi le righe`}
      tabIndex={reachable ? undefined : -1}
    >
      {drawing}
    </a>
  );
}
