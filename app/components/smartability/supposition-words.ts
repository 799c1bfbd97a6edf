import type { ActionRef } from "#app/domain/plan/action-names.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { count, formatNumber, joinWords } from "#app/format.ts";

/** "Se fossero completate la 4.6.3 e la 4.10.3 del piano 2021-2023". */
export function supposedTitle(actions: readonly ActionRef[]): string {
  return `Se ${actions.length === 1 ? "fosse completata" : "fossero completate"} ${actionsWords(actions)}`;
}

/** "la 4.6.3 e la 4.10.3 del piano 2021-2023, la 4.4.1 del piano 2024-2026": as people say them. */
export function actionsWords(actions: readonly ActionRef[]): string {
  const plans = [...groupBy(actions, ({ plan }) => plan)];
  return plans
    .map(([plan, own]) => `${joinWords(own.map(({ code }) => `la ${code}`))} del piano ${plan}`)
    .join(plans.length === 2 ? " e " : ", ");
}

/** `confirmed`, `proposed`: how many rise by confirmed claims, and further by proposed ones; `again`: those that do both. */
export type RiseCounts = { confirmed: number; proposed: number; again: number; anyway: number };

/** How many processes would rise, by confirmed claims and by proposed ones as well. */
export function risesWords({ confirmed, ...further }: RiseCounts): { confirmed: string; further: string } {
  return {
    confirmed:
      confirmed === 0
        ? "Con gli sblocchi confermati non salirebbe nessun processo"
        : `Con gli sblocchi confermati ${wouldRise(confirmed)} ${count(confirmed, "processo", "processi")}`,
    further: `confermando anche quelli proposti, ${furtherWords(confirmed, further)}`,
  };
}

function furtherWords(confirmed: number, { proposed, again, anyway }: Omit<RiseCounts, "confirmed">): string {
  if (proposed === 0) return confirmed === 0 ? "nemmeno" : "non ne salirebbero altri";
  return `${whoElse(confirmed, proposed - again, again)}${anywayWords(proposed, anyway)}`;
}

function whoElse(confirmed: number, others: number, again: number): string {
  const once =
    confirmed === 0
      ? `ne ${wouldRise(others)} ${formatNumber(others)}`
      : others === 1
        ? "salirebbe un altro processo"
        : `salirebbero altri ${formatNumber(others)} processi`;
  const twice =
    again === 1 ? "uno dei primi salirebbe ancora" : `${formatNumber(again)} dei primi salirebbero ancora`;
  if (again === 0) return once;
  return others === 0 ? twice : `${once} e ${twice}`;
}

function anywayWords(proposed: number, anyway: number): string {
  if (anyway === 0) return "";
  if (anyway === proposed) return proposed === 1 ? ", per la sola conferma" : ", tutti per la sola conferma";
  return `, ${formatNumber(anyway)} dei quali per la sola conferma`;
}

function wouldRise(number: number): string {
  return number === 1 ? "salirebbe" : "salirebbero";
}
