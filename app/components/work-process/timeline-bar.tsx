import { daysBetween } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { STATUS_LABEL } from "#app/labels.ts";
import { statusWords } from "../situation.tsx";
import { lateWords, type Scale, widthOf, Words } from "./timeline-words.tsx";
import type { DrawnBar } from "./unlock-figure.tsx";

const HEIGHT = 22;

/** An annualità: its year as a frame, filled as far as it has come, and the days by which it is late. Pattern and word, beside colour. */
export function TimelineBarOf({ bar, y, scale }: { bar: DrawnBar; y: number; scale: Scale }) {
  const left = scale.x(bar.from);
  const width = Math.max(2, scale.x(bar.until) - left);
  const isDone = bar.situation.startsWith("completed");
  const fill = bar.situation === "late" ? bar.status : bar.situation;
  const done = isDone || bar.situation === "cancelled" ? 1 : bar.progress / 100;
  return (
    <g>
      <title>{`${bar.code}, ${bar.year}: ${wordsOf(bar)}`}</title>
      <rect x={left} y={y} width={width} height={HEIGHT} className="f-to-start" />
      <rect x={left} y={y} width={width * done} height={HEIGHT} className={`f-${fill}`} />
      {bar.lateUntil === null ? (
        <BarWords bar={bar} left={left} width={width} y={y} scale={scale} />
      ) : (
        <Lateness bar={bar} left={left} width={width} y={y} scale={scale} />
      )}
    </g>
  );
}

type Placed = { bar: DrawnBar; left: number; width: number; y: number; scale: Scale };

/** Inside where they fit, on what they can be read on; else after the bar, or before it where there is no room. */
function BarWords({ bar, left, width, y, scale }: Placed) {
  const words = scale.compact ? shortWords(bar) : wordsOf(bar);
  const needed = widthOf(words);
  const isSolid = bar.situation === "completed-proven";
  if (isSolid && needed <= width)
    return <Words texts={[words]} x={left} y={y + 16} width={width} color="#fff" />;
  const after = left + width + needed <= scale.right;
  return (
    <text
      x={after ? left + width + 5 : left - 5}
      y={y + 16}
      fontSize="13"
      fontWeight="600"
      fill="#17324d"
      textAnchor={after ? "start" : "end"}
      className="halo"
    >
      {words}
    </text>
  );
}

function Lateness({ bar, left, width, y, scale }: Placed) {
  const late = scale.x(bar.lateUntil!) - left - width;
  const days = daysBetween(bar.until, bar.lateUntil!);
  const texts = [`▲ ${lateWords(days)}`, "▲ in ritardo", "▲"];
  const text = texts.find((one) => widthOf(one) <= late);
  return (
    <>
      <rect x={left + width} y={y} width={Math.max(2, late)} height={HEIGHT} className="f-late" />
      {text && (
        <rect x={left + width + 2} y={y + 2} width={widthOf(text)} height={HEIGHT - 4} fill="#a82a08" />
      )}
      <Words texts={texts} x={left + width} y={y + 16} width={late} color="#fff" />
      <Words
        texts={[statusWords(bar.status, bar.progress), `${bar.progress}%`]}
        x={left}
        y={y + 16}
        width={width}
        color="#17324d"
      />
    </>
  );
}

function wordsOf({ situation, status, progress, until, lateUntil }: DrawnBar): string {
  if (situation.startsWith("completed")) return `completata il ${formatDay(until)}`;
  const words = statusWords(status, progress);
  return lateUntil === null ? words : `${words}, ${lateWords(daysBetween(until, lateUntil))}`;
}

function shortWords({ situation, status, progress }: DrawnBar): string {
  if (situation.startsWith("completed")) return "✓";
  return status === "in-progress" ? `${progress}%` : STATUS_LABEL[status];
}
