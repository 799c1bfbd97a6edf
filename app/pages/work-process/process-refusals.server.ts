import type { BlockerRefusal } from "#app/domain/work-process/blocker-edits.ts";
import type { ProcessRefusal } from "#app/domain/work-process/process-edits.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

/** What the rules of processes and blockers refuse, said at the field. */

const PROCESS: Record<ProcessRefusal, string> = {
  "code-malformed":
    "Scrivi il codice con lettere maiuscole e cifre, unite da trattini o punti: per esempio MANO-001",
  "code-reserved": "Questo codice ha già un altro significato: scrivine un altro",
  "code-taken": "Questo codice è già di un altro processo, o lo è stato: scrivine un altro",
  "name-required": "Scrivi come si chiama il processo",
  "in-the-future": "Il giorno deve ancora venire: scrivi da quando è così, al più tardi oggi",
  "kind-required": "Scegli che cosa impedisce il lavoro agile; se non si sa, «motivo non indicato»",
  "offices-required": "Scegli almeno un ufficio: è quello che svolge il processo e ne conferma le svolte",
  "office-unknown": "Questo ufficio non esiste: scegli dall’elenco",
  "office-ceased": "Questo ufficio è cessato: scegli quello che ne ha preso il posto",
};

const BLOCKER: Record<BlockerRefusal, string> = {
  "process-outsourced":
    "Il processo è affidato all’esterno: il suo livello resta esterno qualunque cosa lo blocchi, e un altro blocco non direbbe nulla",
  "already-there":
    "Un blocco uguale c’è già: se è lo stesso, modifica quello; se è un altro, scrivi il sottotipo che lo distingue",
  "basis-of-nothing":
    "Se il motivo non è indicato non può essere dichiarato né dedotto: scegli «non indicato»",
  "basis-required": "Scegli se il motivo è dichiarato o dedotto: un tipo di blocco l’hai scelto",
};

/** Nobody's work is lost: what was typed stays in the form, and is saved only by saving again. */
export const PROCESS_CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha modificato questo processo o i suoi blocchi: leggi com’è adesso, poi salva di nuovo se vale ancora";

export function processErrors(refusals: readonly { field: string; reason: ProcessRefusal }[]): FormErrors {
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [PROCESS[reason]]]));
}

export function blockerErrors({ field, reason }: { field: string; reason: BlockerRefusal }): FormErrors {
  return { [field]: [BLOCKER[reason]] };
}
