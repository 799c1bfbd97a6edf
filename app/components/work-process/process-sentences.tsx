import { newWorkProcessAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Figure } from "#app/domain/smartability.ts";
import { FIGURES } from "#app/domain/smartability.ts";
import type { LevelCounts } from "#app/domain/level/levels.ts";
import { capitalize, count, dayWith, formatNumber, joinWords, numberWith } from "#app/format.ts";
import { FIGURE_LABEL } from "#app/process-labels.ts";

type Counts = { total: number; levels: LevelCounts; below: number; figures: Record<Figure, number> };

/** What the catalogues say in one breath: the levels that are not SI, and what may become of them (R7). */
export function ProcessesSentence({ counts: { levels, below, figures } }: { counts: Counts }) {
  const standing = FIGURES.filter((figure) => figures[figure] > 0).map(
    (figure) => `${formatNumber(figures[figure])} ${FIGURE_LABEL[figure]}`,
  );
  return (
    <p className="lede">
      Altri <strong>{formatNumber(levels["in-part"])}</strong> si possono fare in parte,{" "}
      <strong>{formatNumber(levels.no)}</strong> no
      {levels.outsourced > 0 && `, ${formatNumber(levels.outsourced)} sono affidati all’esterno`}.
      {below > 0 && ` ${capitalize(numberWith("dei", below))} sotto il SI: ${joinWords(standing)}.`}
    </p>
  );
}

/** What a filter found. */
export function FoundProcesses({ found, total }: { found: number; total: number }) {
  return (
    <b>
      {count(found, "processo", "processi")} su {formatNumber(total)}.
    </b>
  );
}

/** Where no catalogue stands on the day: what the page will show and, to who may, where to begin. */
export function NoProcesses({ al, mayAdd }: { al: Day | undefined; mayAdd: boolean }) {
  if (al) return <p className="sent">Nessun catalogo descrive i processi {dayWith("al", al)}.</p>;
  return (
    <>
      <p className="sent">
        Non c’è ancora un catalogo di processi. Qui si vedrà, per ogni processo, se si può fare in lavoro
        agile, che cosa lo blocca e quali azioni del piano lo sbloccano.
      </p>
      {mayAdd && (
        <p className="noprint">
          <a href={newWorkProcessAddress()}>Aggiungi un processo a mano</a>
        </p>
      )}
    </>
  );
}
