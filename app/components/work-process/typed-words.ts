import { MOST_ACTIONS } from "#app/domain/unblock-claim/claim-proposals.ts";
import { CLAIM_DECISIONS } from "#app/domain/unblock-claim/claim-decisions.ts";
import { CLAIM_EFFECTS, CONFIDENCES } from "#app/domain/level/claims.ts";
import { TURN_ANSWERS } from "#app/domain/unblock-claim/turn-answers.ts";
import { CLAIM_EFFECT_LABEL, CONFIDENCE_LABEL } from "#app/process-labels.ts";
import type { Kept } from "../form/kept-words.tsx";
import { ANSWER_LABEL } from "../unblock-claim/answer-fields.tsx";
import { DECISION_LABEL } from "../unblock-claim/decision-fields.tsx";

/** What was typed into the forms of claims and turns, as a person reads it: nothing of a field that was left as it was. */
type Typed = Record<string, string>;

export function proposalWords(typed: Typed): Kept {
  const actions = Array.from({ length: MOST_ACTIONS }, (_, index) => index + 1).map((place) =>
    [typed[`action-${place}`] ?? "", typed[`years-${place}`] ?? ""].filter((part) => part !== "").join(", "),
  );
  return written([
    ["Le azioni che servono", actions.filter((action) => action !== "").join("; ")],
    ["Che cosa fanno al blocco", CLAIM_EFFECTS.find((one) => one === typed.effect), CLAIM_EFFECT_LABEL],
    ["Confidenza", CONFIDENCES.find((one) => one === typed.confidence), CONFIDENCE_LABEL],
    ["Perché", typed.rationale],
  ]);
}

export function decisionWords(typed: Typed): Kept {
  return written([
    ["Decisione", CLAIM_DECISIONS.find((one) => one === typed.decision), DECISION_LABEL],
    ["Motivo", typed.reason],
  ]);
}

export function answerWords(typed: Typed): Kept {
  const answer = TURN_ANSWERS.find((one) => one === typed.answer);
  return written([
    ["Risposta", answer && ANSWER_LABEL[answer].words],
    ["Motivo", typed.reason],
  ]);
}

type Field = [label: string, value: string | undefined, called?: Record<string, string>];

function written(fields: readonly Field[]): Kept {
  return fields.flatMap(([label, value = "", called]) =>
    value.trim() === "" ? [] : [{ label, words: called?.[value] ?? value }],
  );
}
