import { articleOf } from "#app/claim-sentences.ts";
import { readActionName } from "#app/domain/plan/action-names.ts";
import type { ClaimRefusal } from "#app/domain/unblock-claim/claim-decisions.ts";
import type { ProposalRefusal } from "#app/domain/unblock-claim/claim-proposals.ts";
import type { AnswerRefusal } from "#app/domain/unblock-claim/turn-answers.ts";
import { capitalize, joinWords } from "#app/format.ts";
import type { FormErrors } from "../form/form-readers.server.ts";
import type { AskedAction } from "./claim-form.server.ts";

/** What the rules of claims and turns refuse, said at the field. */

const STRUCTURAL =
  "Il blocco è strutturale: nessuna azione digitale lo toglie. Se non è così, il RTD ne corregge prima la natura";

const PROPOSAL: Record<Exclude<ProposalRefusal, { at: number }>["reason"], string> = {
  structural: STRUCTURAL,
  "without-actions":
    "Scegli almeno un’azione: uno sblocco dice quali azioni, una volta completate, tolgono il blocco",
  "another-plan":
    "Le azioni sono di piani diversi: devono essere di uno stesso piano, oppure continuare o essere continuate da una sua azione",
  "twice-the-same":
    "Questo sblocco c’è già: le stesse azioni, negli stessi anni, sono già indicate per questo blocco",
  "effect-required": "Scegli che cosa fanno le azioni al blocco: lo tolgono o lo riducono",
  "rationale-required": "Scrivi perché le azioni tolgono o riducono il blocco: è su questo che il RTD decide",
};

/** `years`: those that the action has. */
const OF_ACTION: Record<
  Extract<ProposalRefusal, { at: number }>["reason"],
  (asked: AskedAction, years: readonly number[]) => string
> = {
  unknown: ({ name }) => `${calledOr(name)} non è un’azione di un piano adottato: scegli dall’elenco`,
  "not-adopted": ({ name }) =>
    `${calledOr(name)} è ancora in bozza: uno sblocco nomina azioni di piani adottati`,
  "named-twice": ({ name }) => `${calledOr(name)} è scelta due volte: lasciane una`,
  "year-not-standing": ({ name }, years) =>
    years.length === 0
      ? `${calledOr(name)} non ha ancora annualità: lascia vuoti gli anni`
      : `${calledOr(name)} non ha tutti questi anni: ha ${joinWords(years.map(String))}`,
};

/** "La 4.4.12 del piano 2024-2026"; what names no action, as it was sent. */
function calledOr(name: string): string {
  const action = readActionName(name);
  return action
    ? `${capitalize(articleOf(action.code))}${action.code} del piano ${action.plan}`
    : `«${name}»`;
}

export function proposalErrors(
  refusals: readonly ProposalRefusal[],
  actions: readonly AskedAction[],
  yearsOf: (name: string) => readonly number[],
): FormErrors {
  return Object.fromEntries(
    refusals.map((refusal) => {
      if (!("at" in refusal)) return [refusal.field, [PROPOSAL[refusal.reason]]];
      const asked = actions[refusal.at]!;
      const field = refusal.reason === "year-not-standing" ? "years" : "action";
      return [`${field}-${asked.place}`, [OF_ACTION[refusal.reason](asked, yearsOf(asked.name))]];
    }),
  );
}

const DECISION: Record<ClaimRefusal, string> = {
  structural: STRUCTURAL,
  "not-offered": "Lo sblocco è già così: scegli una delle decisioni offerte",
  "reason-required": "Scrivi il motivo: lo leggono chi ha proposto lo sblocco e l’ufficio del processo",
};

export function decisionErrors({ field, reason }: { field: string; reason: ClaimRefusal }): FormErrors {
  return { [field]: [DECISION[reason]] };
}

export const ANSWER: Record<AnswerRefusal, string> = {
  "already-answered": "A questa svolta si è già risposto: si risponde una volta sola",
  "not-upward": "Il livello si è abbassato: non c’è nulla da confermare",
  "taken-back": "Il processo è già tornato indietro: non c’è più nulla da confermare",
  "nothing-to-suspend":
    "Questa svolta non viene da uno sblocco che valga ancora: se il livello è sbagliato, scrivilo al RTD, che corregge i blocchi",
  "reason-required": "Scrivi il motivo: il RTD decide su quello",
};

export function answerErrors({ field, reason }: { field: string; reason: AnswerRefusal }): FormErrors {
  return { [field]: [ANSWER[reason]] };
}

export const CLAIM_CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha deciso su questo sblocco o ha cambiato il suo blocco: leggi com’è adesso, poi salva di nuovo se vale ancora";

export const BLOCKER_CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha cambiato questo blocco o ha proposto un altro sblocco: leggi com’è adesso, poi salva di nuovo se vale ancora";

export const TURN_CHANGED_MEANWHILE =
  "Nel frattempo il processo è cambiato o qualcuno ha già risposto: leggi com’è adesso, poi rispondi di nuovo se vale ancora";
