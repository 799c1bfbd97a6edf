import { MOST_YEARS, type ObjectiveRefusal } from "#app/domain/objective/objective-edits.ts";
import type { StepRefusal } from "#app/domain/objective/step-edits.ts";
import type { WeightRefusal } from "#app/domain/objective/weights.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

/** What the rules of objectives and of their steps refuse, said at the field. */

export const WEIGHTS: Record<WeightRefusal, string> = {
  "weight-negative": "Il peso non può essere meno di zero: scrivi 0 se non deve contare",
  "weight-too-large": "Il peso è troppo grande: al massimo 100",
  "nothing-weighs":
    "Se tutti i pesi sono zero l’avanzamento non si può calcolare: lascia almeno un peso maggiore di zero",
};

const OBJECTIVE: Record<ObjectiveRefusal, string> = {
  "code-malformed": "Scrivi il codice con lettere, cifre e i segni . + - _, per esempio PEG-2026-1",
  "code-reserved": "Questo codice ha già un altro significato: scrivine un altro",
  "code-taken": "Questo codice è già di un altro obiettivo: scrivine un altro",
  "document-required": "Scrivi il documento che assegna l’obiettivo, per esempio PEG 2026",
  "title-required": "Scrivi il titolo dell’obiettivo",
  "year-unlikely": "Controlla l’anno: scrivine uno tra il 2000 e il 2100",
  "years-reversed": "L’ultimo anno viene prima del primo: scrivi lo stesso anno o uno successivo",
  "too-many-years": `Gli anni sono più di ${MOST_YEARS}: controlla il primo e l’ultimo`,
  "weight-negative": WEIGHTS["weight-negative"],
  "weight-too-large": WEIGHTS["weight-too-large"],
  "offices-required": "Scegli almeno un ufficio: è quello che risponde dell’obiettivo",
  "office-unknown": "Questo ufficio non esiste: scegli dall’elenco",
  "office-ceased": "Questo ufficio è cessato: scegli quello che ne ha preso il posto",
};

const STEP: Record<StepRefusal, string> = {
  ...WEIGHTS,
  "text-required": "Scrivi che cosa si fa in questo punto",
  "activity-unknown": "Questa attività non c’è: scegli dall’elenco",
  "activity-title-required": "Scrivi il titolo della nuova attività",
  "already-there":
    "Un punto uguale c’è già nella stessa attività: se è lo stesso, modifica quello; se è un altro, scrivi che cosa lo distingue",
};

/** Nobody's work is lost: what was typed stays in the form, and is saved only by saving again. */
export const OBJECTIVE_CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha modificato questo obiettivo o i suoi punti: leggi che cosa, poi salva di nuovo se vale ancora";

/** `taken`: the objective that has the code already. */
export function objectiveErrors(
  refusals: readonly { field: string; reason: ObjectiveRefusal }[],
  taken?: { code: string; title: string },
): FormErrors {
  const said = (reason: ObjectiveRefusal) =>
    reason === "code-taken" && taken
      ? `Il codice ${taken.code} c’è già: «${taken.title}». Scrivine un altro, o lascia vuoto`
      : OBJECTIVE[reason];
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [said(reason)]]));
}

export function stepErrors(refusals: readonly { field: string; reason: StepRefusal }[]): FormErrors {
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [STEP[reason]]]));
}

/** The weight of a step or link is typed in a field of its own: `weight-step-3`. */
export function weightErrors(refusals: readonly { field: string; reason: WeightRefusal }[]): FormErrors {
  return Object.fromEntries(
    refusals.map(({ field, reason }) => [field === "weights" ? field : `weight-${field}`, [WEIGHTS[reason]]]),
  );
}
