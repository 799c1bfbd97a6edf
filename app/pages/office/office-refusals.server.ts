import type { CessationRefusal } from "#app/domain/office/office-cessation.ts";
import type { GroupRefusal } from "#app/domain/office/office-groups.ts";
import type { OfficeRefusal } from "#app/domain/office/offices.ts";
import type { FormErrors } from "../form/form-readers.server.ts";

/** What the rules of offices and groups refuse, said at the field. */

const CODE: Record<"code-malformed" | "code-reserved" | "code-taken", string> = {
  "code-malformed":
    "Scrivi il codice con lettere minuscole e cifre, unite da trattini o punti: per esempio settore-5",
  "code-reserved": "Questo codice ha già un altro significato: scrivine un altro",
  "code-taken": "Questo codice è già di un altro ufficio o gruppo: scrivine un altro",
};

const SOURCE = "Scrivi da dove viene: l’atto o il documento che lo istituisce o lo nomina";

const OFFICE: Record<OfficeRefusal, string> = {
  ...CODE,
  "name-required": "Scrivi il nome dell’ufficio",
  "email-malformed": "Scrivi un solo indirizzo di posta, come settore-3@comune.example, o lascia vuoto",
  "source-required": SOURCE,
  "parent-unknown": "Questo ufficio non esiste: scegli dall’elenco",
  "parent-ceased": "Questo ufficio è cessato: scegline uno attivo",
  "parent-is-itself": "Un ufficio non può stare sotto sé stesso: scegline un altro",
  "parent-is-under-it": "Questo ufficio sta già sotto quello che modifichi: scegline un altro",
};

const GROUP: Record<GroupRefusal, (member: string) => string> = {
  "code-malformed": () => CODE["code-malformed"],
  "code-reserved": () => CODE["code-reserved"],
  "code-taken": () => CODE["code-taken"],
  "name-required": () => "Scrivi il nome del gruppo",
  "source-required": () => SOURCE,
  "members-required": () => "Scegli almeno un ufficio: un gruppo vuoto non risponde di nulla",
  "member-is-the-group": () => "Un gruppo non può contenere sé stesso: contiene solo uffici",
  "member-is-a-group": (member) => `«${member}» è un gruppo: un gruppo contiene solo uffici`,
  "member-unknown": (member) => `«${member}» non è un ufficio: scegli dall’elenco`,
  "member-ceased": (member) => `«${member}» è cessato: scegli l’ufficio che ne ha preso il posto`,
};

const CESSATION: Record<CessationRefusal, string> = {
  "already-ceased": "L’ufficio è già cessato",
  "successor-required":
    "All’ufficio è ancora affidato qualcosa, elencato qui accanto: indica a quale ufficio passa. Non è stato scritto nulla",
  "successor-unknown": "Questo ufficio non esiste: scegli dall’elenco",
  "successor-is-itself": "Un ufficio non può succedere a sé stesso: scegline un altro",
  "successor-ceased": "Anche questo ufficio è cessato: scegline uno attivo",
};

export const CHANGED_MEANWHILE =
  "Nel frattempo qualcuno ha cambiato quello che stai modificando: leggi com’è adesso, poi salva di nuovo se vale ancora";

export function officeErrors(refusals: readonly { field: string; reason: OfficeRefusal }[]): FormErrors {
  return Object.fromEntries(refusals.map(({ field, reason }) => [field, [OFFICE[reason]]]));
}

export function groupErrors(
  refusals: readonly { field: string; reason: GroupRefusal; member?: string }[],
  nameOf: (code: string) => string,
): FormErrors {
  return Object.fromEntries(
    refusals.map(({ field, reason, member = "" }) => [field, [GROUP[reason](nameOf(member))]]),
  );
}

export function cessationErrors({ field, reason }: { field: string; reason: CessationRefusal }): FormErrors {
  return { [field]: [CESSATION[reason]] };
}
