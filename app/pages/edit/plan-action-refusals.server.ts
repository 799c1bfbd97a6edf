import type { GroundsDecision, GroundsRefusal } from "#app/domain/edit/edit-grounds.ts";
import {
  type CodeRefusal,
  LARGEST_WEIGHT,
  LONGEST_NORM,
  MOST_NORMS,
  type WordingDecision,
  type WordingRefusal,
} from "#app/domain/edit/plan-action-edits.ts";
import type { OfficesRefusal, ResponsiblesRefusal } from "#app/domain/edit/plan-action-responsibles.ts";
import type { YearsDecision, YearsRefusal } from "#app/domain/edit/plan-action-years.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

const GROUNDS: Record<GroundsRefusal, string> = {
  "reason-required": "Scrivi il motivo: resta scritto con la modifica",
  "act-incomplete":
    "Dell’atto servono organo, numero e giorno; se non c’è un atto, lasciali vuoti tutti e tre",
  "act-in-the-future": "L’atto ha un giorno nel futuro: scrivi quello in cui è stato adottato",
};

const WORDING: Record<WordingRefusal, string> = {
  "title-required": "Scrivi il titolo dell’azione",
  "area-unknown": "Scegli l’ambito dall’elenco: quello indicato non è di questo piano",
  "weight-not-positive": "Il peso deve essere maggiore di zero; quello abituale è 1",
  "weight-too-large": `Il peso è al massimo ${LARGEST_WEIGHT}: oltre, nella media conterebbe solo questa azione`,
  "norm-too-long": `Una norma è troppo lunga: al massimo ${LONGEST_NORM} caratteri per riga`,
  "too-many-norms": `Le norme sono troppe: al massimo ${MOST_NORMS}, una per riga`,
};

const RESPONSIBLES: Record<ResponsiblesRefusal, (name: string) => string> = {
  "responsible-required": () => "Scegli almeno un responsabile",
  "responsible-unknown": (name) => `«${name}» non è un ufficio, un gruppo o il RTD: scegli dall’elenco`,
  "responsible-ceased": (name) => `${name} è un ufficio cessato: scegli quello che ne ha preso il posto`,
  "responsible-twice": (name) => `${name} è scritto due volte: lasciane uno`,
  "lead-does-not-answer": () =>
    "Il capofila deve essere uno degli uffici che rispondono: scegline uno, o nessuno",
};

const OFFICES: Record<OfficesRefusal, string> = {
  "office-unknown": "Un ufficio indicato non esiste: scegli dall’elenco",
  "office-ceased":
    "Un ufficio cessato non può rispondere di un’annualità: scegli quello che ne ha preso il posto",
};

const YEARS: Record<YearsRefusal, (year: number, plan: string) => string> = {
  "years-required": () => "Scegli almeno un anno: senza, l’azione non ha annualità e non si può seguire",
  "year-outside-the-plan": (year, plan) =>
    `Il ${year} è fuori dal piano ${plan}: un’annualità nasce in un anno del piano; oltre, ci si arriva ripianificando`,
  "year-already-there": (year) => `Il ${year} c’è già: scegli un altro anno`,
  "due-before-the-year": (year) =>
    `Il termine viene prima del ${year}: scrivi un giorno di quell’anno o successivo`,
  "due-too-far": (year) =>
    `Il termine viene più di dieci anni dopo il ${year}: controlla l’anno che hai scritto`,
  "year-awaits-carry-over": (year) =>
    `Nel ${year} si riporta un’annualità del piano precedente: togli prima il riporto`,
  "nothing-to-clarify": () => "Per chiarire un’annualità senza anno, scegli anche l’anno da aggiungere",
};

const CODE_MALFORMED = "Scrivi il codice come nel piano: numeri separati da punti, per esempio 4.3.7";

export function codeErrors(refusal: { reason: CodeRefusal }, code: string, title?: string): FormErrors {
  const taken = `Il codice ${code} c’è già${title ? `: «${title}»` : ""}. Scrivine un altro`;
  return { code: [refusal.reason === "code-taken" ? taken : CODE_MALFORMED] };
}

export function groundsErrors({ field, reason }: Extract<GroundsDecision, { ok: false }>): FormErrors {
  return { [field]: [GROUNDS[reason]] };
}

export function wordingErrors({ refusals }: Extract<WordingDecision, { ok: false }>): FormErrors {
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [WORDING[reason]]]));
}

export function responsiblesErrors(
  { field, reason, code = "" }: { field: string; reason: ResponsiblesRefusal; code?: string },
  nameOf: (code: string) => string,
): FormErrors {
  return { [field]: [RESPONSIBLES[reason](nameOf(code))] };
}

export function officesErrors({ reason }: { reason: OfficesRefusal }): FormErrors {
  return { offices: [OFFICES[reason]] };
}

export function yearsErrors(
  refusal: Extract<YearsDecision, { ok: false }>,
  plan: { code: string },
): FormErrors {
  const { field, reason, year = 0 } = refusal;
  return { [field === "due" ? `due-${year}` : field]: [YEARS[reason](year, plan.code)] };
}
