import { Bar, BarChart, Customized, XAxis, YAxis } from "recharts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import type { Shape } from "./drawings.server.tsx";
import { type BarRow, type Drawn, type Layout, NARROW, RowTexts, sumOf } from "./row-texts.tsx";
import { Segment, type SegmentProps } from "./segment.tsx";

export type StackedBarsProps = {
  id: string;
  rows: BarRow[];
  shape: Shape;
  size: "large" | "small";
  /** Segments can be reached by keyboard; where a table beside holds the same links, once is enough. */
  reachable: boolean;
};

/** The width of a wide drawing. */
const WIDE = 1200;

/** Situations stacked in horizontal bars, each segment a link, each number inside when it fits (design, section 5). */
export function StackedBars({ id, rows, shape, size, reachable }: StackedBarsProps) {
  const wide = shape === "wide";
  const layout = layoutOf(
    shape,
    size,
    rows.some((row) => row.adopted !== null),
  );
  const longest = Math.max(1, ...rows.map((row) => Math.max(row.adopted ?? 0, sumOf(row.counts))));
  return (
    <BarChart
      id={id}
      className={wide ? "wid" : "nar"}
      width={wide ? WIDE : NARROW}
      height={rows.length * layout.step + 8}
      data={rows}
      layout="vertical"
      margin={{ top: 4, bottom: 4, left: 0, right: wide ? layout.rightWidth : 0 }}
      barSize={layout.bar}
    >
      <XAxis type="number" domain={[0, longest]} hide interval={0} />
      <YAxis
        type="category"
        dataKey="key"
        width={layout.nameWidth}
        tick={false}
        axisLine={false}
        tickLine={false}
        interval={0}
      />
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
    </BarChart>
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
