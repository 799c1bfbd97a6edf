import type { ReactElement } from "react";
import type { LevelBar } from "./level-bars.tsx";
import { type Drawn, type Layout, NARROW } from "./row-texts.tsx";

/** The day of each bar and what it is, and how it changed: at its sides or, where there is no room, above it. */
export function LevelTexts({
  drawn,
  rows,
  wide,
  layout,
}: {
  drawn: Drawn;
  rows: LevelBar[];
  wide: boolean;
  layout: Layout;
}): ReactElement {
  const x = Object.values(drawn.xAxisMap)[0]!.scale;
  const y = Object.values(drawn.yAxisMap)[0]!.scale;
  const longest = Math.max(...rows.map((row) => x(Object.values(row.counts).reduce((sum, n) => sum + n, 0))));
  return (
    <g className="texts">
      {rows.map((row) => {
        const middle = y(row.key) + y.bandwidth() / 2 + layout.shift;
        return wide ? (
          <Beside
            key={row.key}
            row={row}
            middle={middle}
            end={longest + 10}
            nameEnd={layout.nameWidth - 10}
          />
        ) : (
          <Above key={row.key} row={row} y={middle - layout.bar / 2 - 6} />
        );
      })}
    </g>
  );
}

function Beside({
  row,
  middle,
  end,
  nameEnd,
}: {
  row: LevelBar;
  middle: number;
  end: number;
  nameEnd: number;
}) {
  return (
    <>
      <text x={nameEnd} y={middle} dy={-1} fontSize={15} fontWeight={700} fill="#17324d" textAnchor="end">
        {row.day}
        <tspan x={nameEnd} dy={16} fontSize={13} fontWeight={400} fill="#455b71">
          {row.word}
        </tspan>
      </text>
      <text x={end} y={middle} dy={-1} fontSize={14} fontWeight={700} fill="#17324d">
        {row.change}
        <tspan x={end} dy={16} fontSize={13} fontWeight={400} fill="#455b71">
          {row.note}
        </tspan>
      </text>
    </>
  );
}

function Above({ row, y }: { row: LevelBar; y: number }) {
  return (
    <>
      <text x={0} y={y} fontSize={13} fontWeight={700} fill="#17324d">
        {row.day}{" "}
        <tspan fontWeight={400} fill="#455b71">
          {row.word}
        </tspan>
      </text>
      <text x={NARROW} y={y} fontSize={13} textAnchor="end" fill="#1a1a1a">
        {row.change}
      </text>
    </>
  );
}
