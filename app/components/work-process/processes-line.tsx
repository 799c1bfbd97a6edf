import { smartabilityAddress } from "#app/addresses.ts";
import { formatNumber } from "#app/format.ts";

/** `written`: the SI of the maps; `unlockable`: those that the plan may still raise. */
export type ProcessesFigures = { total: number; yes: number; written: number; unlockable: number };

/** How much of the offices' work can be done in lavoro agile, and how much the plan may still add (R7); nothing without a map. */
export function ProcessesLine({
  figures: { total, yes, written, unlockable },
}: {
  figures: ProcessesFigures;
}) {
  if (total === 0) return null;
  return (
    <p>
      <a href={smartabilityAddress()}>
        <b>
          {formatNumber(yes)} processi su {formatNumber(total)}
        </b>{" "}
        si possono fare in lavoro agile
      </a>
      {yes === written ? ", come nelle mappe" : `: erano ${formatNumber(written)} nelle mappe`}.
      {unlockable > 0 && ` Il piano può alzare il livello di altri ${formatNumber(unlockable)}.`}
    </p>
  );
}
