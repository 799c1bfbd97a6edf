import type { ReactNode } from "react";
import { BarChart, XAxis, YAxis } from "recharts";
import type { Shape } from "./drawings.server.tsx";
import { NARROW } from "./row-texts.tsx";

/** The width of a wide drawing. */
const WIDE = 1200;

/** Where the rows of a chart stand: from one to the next, how thick, and what is left free before and after them, in pixels. */
type RowLayout = { step: number; bar: number; nameWidth: number; rightWidth: number };

/** A chart of horizontal bars, one a row, with neither axes nor grid: each bar has its numbers. `longest`: what fills the width. */
export function barFrame({ id, shape, rows, layout, longest }: FrameProps, bars: ReactNode) {
  const wide = shape === "wide";
  return (
    <BarChart
      id={id}
      className={wide ? "wid" : "nar"}
      width={wide ? WIDE : NARROW}
      height={rows.length * layout.step + 8}
      data={[...rows]}
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
      {bars}
    </BarChart>
  );
}

type FrameProps = {
  id: string;
  shape: Shape;
  rows: readonly { key: string }[];
  layout: RowLayout;
  longest: number;
};
