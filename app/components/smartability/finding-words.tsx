import type { SmartabilityFinding } from "#app/domain/smartability/smartability-finding.ts";
import { capitalize, count, formatNumber, joinWords, numberWith } from "#app/format.ts";

type CanRise = Extract<SmartabilityFinding, { kind: "can-rise" }>;

/** The title of the chart of levels. */
export function findingTitle(finding: SmartabilityFinding): string {
  if (finding.kind === "none-below") return `Nessun processo è sotto SI: sono SI ${countOf(finding)}`;
  if (finding.kind === "stuck")
    return `Gli sblocchi non possono alzare altri livelli: sono SI ${countOf(finding)}, sotto SI ${formatNumber(finding.below)}`;
  const { rising, yes, attainable, toYes, toInPart } = finding;
  const ways = [
    toYes > 0 && `${formatNumber(toYes)} a SI (da ${formatNumber(yes)} a ${formatNumber(attainable)})`,
    toInPart > 0 && `${formatNumber(toInPart)} da NO a IN PARTE`,
  ].filter((way) => way !== false);
  return `Si può ancora alzare il livello di ${count(rising, "processo", "processi")}: ${joinWords(ways)}; ${groundWords(finding)}`;
}

/** What the chart counts and, where some may rise, what they wait for: parts that add up to them. */
export function findingSubtitle(finding: SmartabilityFinding): string {
  const counted = `Processi per livello, su ${formatNumber(finding.total)}`;
  return finding.kind === "can-rise" ? `${counted}. ${waitWords(finding)}` : counted;
}

function countOf({ yes, total }: { yes: number; total: number }): string {
  return `${formatNumber(yes)} su ${formatNumber(total)}`;
}

/** What the rises rest on: "14 secondo sblocchi confermati, 38 solo se il RTD conferma quelli proposti". */
function groundWords({ byConfirmed, ifConfirmed }: CanRise): string {
  if (ifConfirmed === 0) return "secondo sblocchi confermati";
  if (byConfirmed === 0) return "solo se il RTD conferma gli sblocchi proposti";
  return `${formatNumber(byConfirmed)} secondo sblocchi confermati, ${formatNumber(ifConfirmed)} solo se il RTD conferma quelli proposti`;
}

/** "Dei 52, possono salire 28 appena …, 24 solo se …": what each waits for, once. */
function waitWords({ rising, awaitingConfirmation, awaitingLate, awaitingOther }: CanRise): string {
  const ways: [number: number, words: string][] = [
    [awaitingConfirmation, "appena si confermano sblocchi le cui azioni sono già completate"],
    [awaitingLate, "solo se si completano annualità in ritardo"],
    [awaitingOther, "anche senza recuperare ritardi"],
  ];
  const [first, ...others] = ways.filter(([number]) => number > 0);
  if (others.length === 0) return `${rising === 1 ? "Può" : "Possono"} salire ${first![1]}.`;
  const parts = [first!, ...others].map(([number, words]) => `${formatNumber(number)} ${words}`);
  return `${capitalize(numberWith("dei", rising))}, possono salire ${joinWords(parts)}.`;
}
