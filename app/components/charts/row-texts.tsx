import type { ReactElement } from "react";
import { SITUATIONS, type Situation } from "#app/domain/status/situations.ts";

/** A bar, exactly as its row of figures says; `links`: where each segment leads. */
export type BarRow = {
  key: string;
  name: string;
  /** What stands at the end of the bar, in bold, and what explains it. */
  figure: string;
  note: string;
  counts: Record<Situation, number>;
  links: Partial<Record<Situation, string>>;
  /** The adopted count, drawn as a bracket over the bar; null draws none. */
  adopted: number | null;
};

/** Heights and widths in pixels; `shift` lowers the bar within its step, to leave room for what stands above it. */
export type Layout = { step: number; bar: number; nameWidth: number; rightWidth: number; shift: number };

/** The width of a narrow drawing. */
export const NARROW = 362;

type Scale = (value: number) => number;
export type Drawn = {
  xAxisMap: Record<string, { scale: Scale }>;
  yAxisMap: Record<string, { scale: ((key: string) => number) & { bandwidth: () => number } }>;
};

/** The name of each row, its figure at the end of the bar and, over the bar, the bracket of what was adopted. */
export function RowTexts({
  drawn,
  rows,
  wide,
  layout,
  large,
}: {
  drawn: Drawn;
  rows: BarRow[];
  wide: boolean;
  layout: Layout;
  large: boolean;
}): ReactElement {
  const x = Object.values(drawn.xAxisMap)[0]!.scale;
  const y = Object.values(drawn.yAxisMap)[0]!.scale;
  return (
    <g className="texts">
      {rows.map((row) => {
        const middle = y(row.key) + y.bandwidth() / 2 + layout.shift;
        const place = { row, middle, top: middle - layout.bar / 2, end: x(sumOf(row.counts)), start: x(0) };
        return (
          <g key={row.key}>
            {row.adopted !== null && (
              <Bracket
                top={place.top}
                start={place.start}
                end={x(row.adopted)}
                adopted={row.adopted}
                labelled={wide}
              />
            )}
            {wide ? (
              <WideTexts {...place} large={large} nameEnd={layout.nameWidth - 10} />
            ) : (
              <NarrowTexts {...place} hasBracket={row.adopted !== null} />
            )}
          </g>
        );
      })}
    </g>
  );
}

type Place = { row: BarRow; middle: number; top: number; end: number; start: number };

function WideTexts({ row, middle, end, large, nameEnd }: Place & { large: boolean; nameEnd: number }) {
  const end_ = Math.max(end, 0) + 8;
  return (
    <>
      <text
        x={large ? 0 : nameEnd}
        y={middle}
        dy={large ? 6 : 5}
        fontSize={large ? 18 : 14}
        fontWeight={large ? 700 : 400}
        fill={large ? "#17324d" : "#1a1a1a"}
        textAnchor={large ? "start" : "end"}
      >
        {shortened(row.name, 60)}
      </text>
      <text x={end_} y={middle} dy={large ? 0 : 5} fontSize={large ? 15 : 13} fill="#1a1a1a">
        <tspan fontWeight={700}>{row.figure}</tspan>
        {large ? (
          <tspan x={end_} dy={17} fontSize={13} fill="#455b71">
            {row.note}
          </tspan>
        ) : (
          row.note !== "" && <tspan fill="#455b71"> {row.note}</tspan>
        )}
      </text>
    </>
  );
}

function NarrowTexts({ row, top, hasBracket }: Place & { hasBracket: boolean }) {
  const y = top - (hasBracket ? 14 : 6);
  return (
    <>
      <text x={0} y={y} fontSize={13} fontWeight={hasBracket ? 700 : 400} fill="#17324d">
        {shortened(row.name, 42)}
      </text>
      <text x={NARROW} y={y} fontSize={13} fontWeight={700} textAnchor="end" fill="#1a1a1a">
        {row.figure}
      </text>
    </>
  );
}

function Bracket({
  top,
  start,
  end,
  adopted,
  labelled,
}: {
  top: number;
  start: number;
  end: number;
  adopted: number;
  labelled: boolean;
}) {
  return (
    <g>
      <path d={`M${start} ${top - 2}v-6H${end}v6`} fill="none" stroke="#17324d" strokeWidth={1.2} />
      {labelled && (
        <text x={start} y={top - 12} fontSize={12} fill="#455b71">
          adottate {adopted}
        </text>
      )}
    </g>
  );
}

/** How long a bar is. */
export function sumOf(counts: Record<Situation, number>): number {
  return SITUATIONS.reduce((sum, situation) => sum + counts[situation], 0);
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
