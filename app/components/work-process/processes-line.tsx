import { smartabilityAddress } from "#app/addresses.ts";
import type { Rising } from "#app/domain/smartability/smartability-finding.ts";
import { formatNumber, numberWith } from "#app/format.ts";
import { usePastDay } from "../frame/past-day.ts";

/** `written`: the SI of the maps; `rising`: the processes that the plan may still raise. */
export type ProcessesFigures = { total: number; yes: number; written: number } & Pick<
  Rising,
  "rising" | "toYes" | "ifConfirmed"
>;

/** How much of the offices' work can be done in lavoro agile, and how much the plan may still add (R7); nothing without a map. */
export function ProcessesLine({ figures }: { figures: ProcessesFigures }) {
  const { total, yes, written } = figures;
  const al = usePastDay();
  if (total === 0) return null;
  return (
    <p>
      <a href={smartabilityAddress({ al })}>
        <b>
          {formatNumber(yes)} processi su {formatNumber(total)}
        </b>{" "}
        si possono fare in lavoro agile
      </a>
      {yes === written ? ", come nelle mappe" : `: erano ${formatNumber(written)} nelle mappe`}.
      {figures.rising > 0 && ` ${risingWords(figures)}`}
    </p>
  );
}

/** "Degli altri, il piano può ancora alzarne 52: 15 fino a SI; 38 dei 52 solo se il RTD conferma sblocchi proposti." */
export function risingWords({
  rising,
  toYes,
  ifConfirmed,
}: Pick<ProcessesFigures, "rising" | "toYes" | "ifConfirmed">): string {
  const head = `Degli altri, il piano può ancora alzarne ${rising === 1 ? "uno" : formatNumber(rising)}`;
  const proposed = "solo se il RTD conferma sblocchi proposti";
  const ground =
    ifConfirmed === 0
      ? ""
      : ifConfirmed === rising
        ? `; ${proposed}`
        : `; ${formatNumber(ifConfirmed)} ${numberWith("dei", rising)} ${proposed}`;
  return `${head}${heightWords(rising, toYes)}${ground}.`;
}

function heightWords(rising: number, toYes: number): string {
  if (toYes === 0) return ", da NO a IN PARTE";
  if (toYes < rising) return `: ${formatNumber(toYes)} fino a SI`;
  return rising === 1 ? ", fino a SI" : ", tutti fino a SI";
}
