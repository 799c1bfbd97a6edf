import { type Day, daysBetween, firstDayOf, yearOf } from "#app/domain/days.ts";
import type { LevelSpan } from "#app/domain/smartability/unlock-timeline.ts";
import { dayWith } from "#app/format.ts";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { TimelineBarOf } from "./timeline-bar.tsx";
import { type Scale, Words } from "./timeline-words.tsx";
import type { DrawnTimeline } from "./unlock-figure.tsx";

export type TimelineProps = {
  timeline: DrawnTimeline;
  /** Wide: names at the left. Narrow: names above, for the phone. Two drawings, so that text keeps its size. */
  shape: "wide" | "narrow";
  condition: string;
  label: string;
};

const LAYOUT = {
  wide: { width: 1200, names: 170, step: 34, above: 0, className: "wid" },
  narrow: { width: 362, names: 0, step: 50, above: 17, className: "nar" },
};

/** The room that a year asks for. */
const YEAR_WIDTH = 30;

/** Where the rows begin, under the years. */
const TOP = 26;

export function Timeline({ timeline, shape, condition, label }: TimelineProps) {
  const layout = LAYOUT[shape];
  const { from, until, day, bars, levels } = timeline;
  const height = TOP + (bars.length + 1) * layout.step + 24;
  const days = daysBetween(from, until);
  const x = (on: Day) => layout.names + (daysBetween(from, on) / days) * (layout.width - layout.names - 1);
  const scale: Scale = { x, right: layout.width, compact: shape === "narrow" };
  const rowOf = (index: number) => TOP + index * layout.step + layout.above;
  return (
    <svg
      className={layout.className}
      viewBox={`0 0 ${layout.width} ${height}`}
      width={layout.width}
      role="img"
      aria-label={label}
    >
      <Years from={from} until={until} bottom={height - 20} {...scale} />
      {bars.map((bar, index) => (
        <g key={`${bar.planActionId} ${bar.year}`}>
          <Name text={`${bar.code}, ${bar.year}`} y={rowOf(index)} layout={layout} />
          <TimelineBarOf bar={bar} y={rowOf(index)} scale={scale} />
        </g>
      ))}
      <Name text="Livello" y={rowOf(bars.length)} layout={layout} />
      {levels.map((span, index) => (
        <LevelBar
          key={`${span.from} ${span.isForecast}`}
          span={span}
          y={rowOf(bars.length)}
          scale={scale}
          condition={index === levels.length - 1 ? condition : ""}
        />
      ))}
      <path d={`M${x(day)} 18V${height - 18}`} className="tl-day" />
      <text x={x(day) - 4} y={height - 6} textAnchor="end" fontSize="12" fill="#17324d">
        {dayWith("al", day)}
      </text>
    </svg>
  );
}

function Years({
  from,
  until,
  x,
  bottom,
  right,
  compact,
}: Pick<DrawnTimeline, "from" | "until"> & Scale & { bottom: number }) {
  const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years.map((year) => (
    <g key={year}>
      <path d={`M${x(firstDayOf(year))} 18V${bottom}`} stroke="#d3dae2" />
      {x(firstDayOf(year)) + YEAR_WIDTH < right && (
        <text x={x(firstDayOf(year)) + 3} y="13" fontSize={compact ? 12 : 13} fill="#455b71">
          {compact && years.length > 6 ? `’${String(year).slice(2)}` : year}
        </text>
      )}
    </g>
  ));
}

function Name({
  text,
  y,
  layout,
}: {
  text: string;
  y: number;
  layout: (typeof LAYOUT)[keyof typeof LAYOUT];
}) {
  return layout.above === 0 ? (
    <text x={layout.names - 12} y={y + 16} textAnchor="end" fontSize="14" fill="#17324d">
      {text}
    </text>
  ) : (
    <text x="0" y={y - 4} fontSize="13" fill="#17324d" className="halo">
      {text}
    </text>
  );
}

/** A level: real with a whole edge, forecast with a dashed one. */
function LevelBar({
  span,
  y,
  scale,
  condition,
}: {
  span: LevelSpan;
  y: number;
  scale: Scale;
  condition: string;
}) {
  const { level, isForecast } = span;
  const left = scale.x(span.from);
  const width = Math.max(1, scale.x(span.until) - left);
  const word = LEVEL_LABEL[level];
  return (
    <g>
      <title>{`${word} ${dayWith("dal", span.since)}${isForecast ? ", previsto" : ""}`}</title>
      <rect
        x={left}
        y={y}
        width={width}
        height="23"
        className={`tl-level tl-${level}${isForecast ? " tl-forecast" : ""}`}
      />
      <Words
        texts={
          isForecast
            ? condition === ""
              ? [word]
              : [`${word}, ${condition}`, word]
            : [`${word} ${dayWith("dal", span.since)}`, word]
        }
        x={left}
        y={y + 16}
        width={width}
        color="#17324d"
      />
    </g>
  );
}
