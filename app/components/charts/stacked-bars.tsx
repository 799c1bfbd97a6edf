import { Bar, Customized } from "recharts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { barFrame } from "./bar-frame.tsx";
import type { Shape } from "./drawings.server.tsx";
import { type BarRow, type Drawn, type Layout, RowTexts, sumOf } from "./row-texts.tsx";
import { Segment, type SegmentProps } from "./segment.tsx";

export type StackedBarsProps = {
  id: string;
  rows: BarRow[];
  shape: Shape;
  size: "large" | "small";
  /** Segments can be reached by keyboard; where a table beside holds the same links, once is enough. */
  reachable: boolean;
};

/** Situations stacked in horizontal bars, each segment a link, each number inside when it fits (design, section 5). */
export function StackedBars({ id, rows, shape, size, reachable }: StackedBarsProps) {
  const wide = shape === "wide";
  const layout = layoutOf(
    shape,
    size,
    rows.some((row) => row.adopted !== null),
  );
  const longest = Math.max(1, ...rows.map((row) => Math.max(row.adopted ?? 0, sumOf(row.counts))));
  return barFrame(
    { id, shape, rows, layout, longest },
    <>
      {SITUATIONS.map((situation) => (
        <Bar
          key={situation}
          id={`${id}-${situation}`}
          dataKey={(row: BarRow) => row.counts[situation]}
          stackId="today"
          isAnimationActive={false}
          shape={(props: unknown) => (
            <Segment
              {...(props as SegmentProps)}
              situation={situation}
              shift={layout.shift}
              reachable={reachable}
            />
          )}
        />
      ))}
      <Customized
        component={(drawn: unknown) => (
          <RowTexts drawn={drawn as Drawn} rows={rows} wide={wide} layout={layout} large={size === "large"} />
        )}
      />
    </>,
  );
}

/** Steps are taller where something stands above each bar. */
function layoutOf(shape: Shape, size: "large" | "small", hasBracket: boolean): Layout {
  if (shape === "narrow")
    return {
      step: hasBracket ? 68 : 48,
      bar: size === "large" ? 30 : 20,
      nameWidth: 0.01,
      rightWidth: 0,
      shift: hasBracket ? 14 : 10,
    };
  if (size === "large") return { step: 68, bar: 34, nameWidth: 62, rightWidth: 190, shift: 8 };
  return { step: 27, bar: 18, nameWidth: 400, rightWidth: 100, shift: 0 };
}
