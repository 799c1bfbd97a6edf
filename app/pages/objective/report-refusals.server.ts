import type { FigureRefusal } from "#app/domain/objective/figure-decisions.ts";
import type { IndicatorRefusal } from "#app/domain/objective/indicator-decisions.ts";
import type { ReportRefusal } from "#app/domain/objective/step-report-decisions.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

/** What the rules of what is reported of objectives refuse, said at the field. */
const SAYS: Record<ReportRefusal | FigureRefusal | IndicatorRefusal, string> = {
  "in-the-future": "Il giorno è nel futuro: scrivi un giorno fino a oggi",
  "before-the-objective":
    "In quel giorno l’anno dell’obiettivo non era ancora cominciato: scrivi un giorno successivo",
  "text-required": "Scrivi che cosa è stato fatto",
  "progress-out-of-range": "Scrivi a che punto è con un numero intero da 0 a 100",
  "period-incomplete": "Scrivi tutti e due i giorni del periodo, oppure nessuno dei due",
  "period-reversed": "Il periodo finisce prima di cominciare: scrivi un giorno successivo",
  "period-after-the-day":
    "Il periodo finisce dopo il giorno dell’effettivo: si riferisce solo di ciò che è già successo",
  "period-outside-the-objective": "Il periodo esce dagli anni dell’obiettivo",
  "period-required":
    "Quel giorno non è in nessuno dei periodi del punto: scrivi di quale periodo riferisci, dal giorno al giorno",
  "no-such-period": "In quei giorni il punto non ha nessun periodo: scrivi quelli di cui riferisci",
  "occurrences-not-whole": "Scrivi quante volte con un numero intero, oppure lascia vuoto",
  "percent-out-of-range": "Scrivi la percentuale con un numero intero da 0 a 100",
  "nothing-to-take-back": "Non c’è nessuna percentuale da ritirare: scrivine una da 0 a 100",
  "before-the-last-figure": "Il giorno viene prima dell’ultima cifra scritta: scrivi quello o uno successivo",
  "reason-required": "Scrivi il motivo: lo leggerà anche chi valuta",
  "act-required":
    "Scrivi organo, numero e giorno dell’atto: una validazione senza il suo atto non si ritrova",
  "act-in-the-future": "Il giorno dell’atto è nel futuro: scrivi un giorno fino a oggi",
  "name-required": "Scrivi come si chiama l’indicatore",
  "name-taken": "L’obiettivo ha già un indicatore con questo nome: scrivine un altro",
  "unit-required": "Scrivi in che cosa si misura: %, giorni, pratiche",
  "source-required": "Scrivi da dove si rileva il valore, così che si possa ritrovare",
  "target-behind-the-start": "Il traguardo sta dalla parte opposta a quella in cui l’indicatore deve andare",
};

export function reportErrors(refusals: readonly { field: string; reason: keyof typeof SAYS }[]): FormErrors {
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [SAYS[reason]]]));
}

/** What came meanwhile is told beside the form; what was typed stays in it, and is saved only by saving again. */
export const CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha scritto qui: leggi che cosa, poi salva di nuovo se vale ancora";
