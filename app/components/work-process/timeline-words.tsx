import type { Day } from "#app/domain/days.ts";
import { count } from "#app/format.ts";

/** How days become places. `compact`: the drawing for the phone, where words are short. */
export type Scale = { x: (day: Day) => number; right: number; compact: boolean };

const SIZE = 13;

/** The first of some texts that fits between two places; nothing where none does. */
export function Words({
  texts,
  x,
  y,
  width,
  color,
}: {
  texts: readonly string[];
  x: number;
  y: number;
  width: number;
  color: string;
}) {
  const text = texts.find((one) => widthOf(one) <= width);
  if (text === undefined) return null;
  return (
    <text
      x={x + 6}
      y={y}
      fontSize={SIZE}
      fontWeight="600"
      fill={color}
      className={color === "#fff" ? undefined : "halo"}
    >
      {text}
    </text>
  );
}

export function widthOf(text: string): number {
  return text.length * SIZE * 0.56 + 12;
}

/** How late an annualità is, on the day looked at. */
export function lateWords(days: number): string {
  return days === 0 ? "scaduta quel giorno" : `in ritardo di ${count(days, "giorno", "giorni")}`;
}
