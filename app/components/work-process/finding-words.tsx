import type { SmartabilityFinding } from "#app/domain/work-process/smartability-finding.ts";
import { count, formatNumber, joinWords } from "#app/format.ts";

type Rising = Extract<SmartabilityFinding, { kind: "can-rise" }>;

/** The title of the chart of levels. */
export function SmartabilityFindingWords({ finding }: { finding: SmartabilityFinding }) {
  if (finding.kind === "none-below") return <>Nessun processo è sotto SI: sono SI {countOf(finding)}</>;
  if (finding.kind === "stuck")
    return (
      <>
        Gli sblocchi non possono alzare altri livelli: sono SI {countOf(finding)}, sotto SI{" "}
        {formatNumber(finding.below)}
      </>
    );
  const { rising, yes, attainable, toYes, toInPart } = finding;
  const ways = [
    toYes > 0 && `${formatNumber(toYes)} a SI (da ${formatNumber(yes)} a ${formatNumber(attainable)})`,
    toInPart > 0 && `${formatNumber(toInPart)} da NO a IN PARTE`,
  ].filter((way) => way !== false);
  const waits = waitWords(finding);
  return (
    <>
      Si può ancora alzare il livello di {count(rising, "processo", "processi")}: {joinWords(ways)}
      {waits.length > 0 && `; ${joinWords(waits)}`}
    </>
  );
}

function countOf({ yes, total }: { yes: number; total: number }): string {
  return `${formatNumber(yes)} su ${formatNumber(total)}`;
}

function waitWords({ awaitingLate, awaitingConfirmation }: Rising): string[] {
  return [
    awaitingLate > 0 &&
      `${formatNumber(awaitingLate)} ${awaitingLate === 1 ? "aspetta" : "aspettano"} annualità in ritardo`,
    awaitingConfirmation > 0 &&
      `a ${formatNumber(awaitingConfirmation)} basta la conferma di ciò che è già completato`,
  ].filter((words) => words !== false);
}
