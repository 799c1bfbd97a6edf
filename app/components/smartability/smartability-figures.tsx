import { workProcessesAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import { type Figure, FIGURES } from "#app/domain/smartability.ts";
import type { Figures } from "#app/domain/level/four-figures.ts";
import type { LevelCounts } from "#app/domain/level/levels.ts";
import { FIGURE_CODE, LEVEL_CODE } from "#app/domain/work-process/process-codes.ts";
import { count, formatNumber, formatPercent } from "#app/format.ts";
import { FIGURE_LABEL } from "#app/process-labels.ts";

export type SmartabilityFiguresProps = { figures: Figures; written: LevelCounts; al: Day | undefined };

/** How many processes are SI, and the four figures (R7) that those below it fall in: each leads to its processes. */
export function SmartabilityFigures({ figures, written, al }: SmartabilityFiguresProps) {
  const { levels, below, figures: four } = figures;
  const total = levels.yes + below + levels.outsourced;
  return (
    <section aria-label="Le cifre">
      <ul className="kpis five">
        <li className="kpi">
          <a className="v" href={workProcessesAddress({ livello: LEVEL_CODE.yes, al })}>
            {formatNumber(levels.yes)} <small>su {formatNumber(total)}</small>
          </a>
          <span className="x">
            processi a SI ({formatPercent((levels.yes / total) * 100)}): erano {formatNumber(written.yes)}{" "}
            nelle mappe
          </span>
        </li>
        {FIGURES.map((figure) => (
          <li className="kpi" key={figure}>
            <a className="v" href={workProcessesAddress({ figura: FIGURE_CODE[figure], al })}>
              {formatNumber(four[figure])}
            </a>
            <span className="x">
              <b>{FIGURE_LABEL[figure]}</b>: {meansOf(figure, figures)}
            </span>
          </li>
        ))}
      </ul>
      <p className="sm mut under">
        Sotto SI sono {formatNumber(below)}, ciascuno in una sola delle quattro cifre:{" "}
        {FIGURES.map((figure) => formatNumber(four[figure])).join(" + ")} = {formatNumber(below)}.{" "}
        {levels.outsourced > 0 &&
          `${count(levels.outsourced, "processo affidato", "processi affidati")} all’esterno a parte.`}
      </p>
    </section>
  );
}

function meansOf(figure: Figure, { levels, attainable }: Figures): string {
  if (figure === "unlockable")
    return `uno sblocco può alzarne il livello; ${formatNumber(attainable.yes - levels.yes)} arrivano a SI`;
  return {
    never: "resta un blocco strutturale, come un sopralluogo",
    lightened: "uno sblocco li alleggerisce, il livello non cambia",
    "without-action": "nessuno sblocco agisce sui loro blocchi",
  }[figure];
}
