import { Bar, Customized } from "recharts";
import { type Level, type LevelCounts, LEVELS } from "#app/domain/level/levels.ts";
import { barFrame } from "./bar-frame.tsx";
import type { Shape } from "./drawings.server.tsx";
import { LevelTexts } from "./level-texts.tsx";
import type { Drawn } from "./row-texts.tsx";
import { type Paint, SegmentDrawing } from "./segment-drawing.tsx";

/** A bar of levels: `day`, `word`: what stands before it; `change`, `note`: what stands after it; `isReal`: not supposed or forecast. */
export type LevelBar = {
  key: string;
  day: string;
  word: string;
  change: string;
  note: string;
  counts: LevelCounts;
  isReal: boolean;
};

export type LevelBarsProps = { id: string; rows: LevelBar[]; shape: Shape };

const WIDE_LAYOUT = { step: 48, bar: 34, nameWidth: 138, rightWidth: 150, shift: 0 };
const NARROW_LAYOUT = { step: 60, bar: 32, nameWidth: 0.01, rightWidth: 0, shift: 11 };

/** Colour is the third cue: each level has a texture of its own, and numbers stand on a plate where it would blur them. */
const PAINT: Record<Level, Paint> = {
  yes: { fill: "#00543d", edge: "#00543d", number: "#fff", plate: null },
  "in-part": { fill: "url(#p-level-in-part)", edge: "#0059b3", number: "#17324d", plate: "#fff" },
  no: { fill: "#fff", edge: "#17324d", number: "#17324d", plate: null },
  outsourced: { fill: "#c4ccd4", edge: "#455b71", number: "#17324d", plate: null },
};

/** What has not happened is striped where it would be full, and its edge is dashed. */
const SUPPOSED: Partial<Record<Level, Partial<Paint>>> = {
  yes: { fill: "url(#p-level-supposed)", plate: "#00543d" },
};

/** Levels stacked in horizontal bars, one a row, each number inside when it fits (design, sections 5 and 6). */
export function LevelBars({ id, rows, shape }: LevelBarsProps) {
  const wide = shape === "wide";
  const layout = wide ? WIDE_LAYOUT : NARROW_LAYOUT;
  return barFrame(
    { id, shape, rows, layout, longest: longestOf(rows) },
    <>
      {LEVELS.map((level) => (
        <Bar
          key={level}
          id={`${id}-${level}`}
          dataKey={(row: LevelBar) => row.counts[level]}
          stackId="levels"
          isAnimationActive={false}
          shape={(props: unknown) => (
            <LevelSegment {...(props as SegmentProps)} level={level} shift={layout.shift} />
          )}
        />
      ))}
      <Customized
        component={(drawn: unknown) => (
          <LevelTexts drawn={drawn as Drawn} rows={rows} wide={wide} layout={layout} />
        )}
      />
    </>,
  );
}

type SegmentProps = { x: number; y: number; width: number; height: number; payload: LevelBar };

function LevelSegment({
  x,
  y,
  width,
  height,
  payload,
  level,
  shift,
}: SegmentProps & { level: Level; shift: number }) {
  const number = payload.counts[level];
  if (number === 0 || width <= 0) return <g />;
  const paint = payload.isReal ? PAINT[level] : { ...PAINT[level], ...SUPPOSED[level], dashes: "5 3" };
  return (
    <SegmentDrawing
      x={x}
      y={y + shift}
      width={width}
      height={height}
      paint={paint}
      texts={[String(number)]}
    />
  );
}

function longestOf(rows: readonly LevelBar[]): number {
  return Math.max(1, ...rows.map(({ counts }) => LEVELS.reduce((sum, level) => sum + counts[level], 0)));
}
