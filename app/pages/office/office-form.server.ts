import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import type { CessationRefusal } from "#app/domain/office/office-cessation.ts";
import type { AskedGroup, GroupRefusal } from "#app/domain/office/office-groups.ts";
import {
  type AskedOffice,
  LONGEST_CODE,
  OFFICE_KINDS,
  type OfficeRefusal,
} from "#app/domain/office/offices.ts";
import { line } from "../form/form-text.server.ts";
import type { Values } from "../form/form-readers.server.ts";
import { GROUNDS } from "../edit/plan-action-form.server.ts";

export type FormErrors = Record<string, string[] | undefined>;

/** `seen`: what two windows are told apart by (`seenKey`), as the form was given it. */
type Read<Asked> = { ok: true; asked: Asked; seen: string } | { ok: false; errors: FormErrors };

const LONGEST_NAME = 120;
const LONGEST_SOURCE = 300;

const seen = z.string("Il modulo non è completo: ricarica la pagina e riprova");

const NAMED = {
  code: line(LONGEST_CODE),
  name: line(LONGEST_NAME),
  source: line(LONGEST_SOURCE),
  seen,
};

const OfficeForm = z.object({
  ...NAMED,
  kind: z.enum(OFFICE_KINDS, "Scegli il tipo dall’elenco"),
  parent: line(LONGEST_CODE).transform((code) => (code === "" ? null : code)),
});

const GroupForm = z.object(NAMED);
const CessationForm = z.object({
  successor: line(LONGEST_CODE).transform((code) => (code === "" ? null : code)),
  seen,
  ...GROUNDS,
});

/** Something new has no code yet, and nothing of it was seen; the code of what is changed is that of its address. */
const NEW = { seen: "" };

/** Reads the form of an office. `code`: that of the one that is changed, which no form can alter. */
export function readOffice(values: Values, code?: string): Read<AskedOffice> {
  const form = OfficeForm.safeParse({ ...values, ...(code === undefined ? NEW : { code }) });
  if (!form.success) return unreadable(form.error);
  const { seen, ...asked } = form.data;
  return { ok: true, asked, seen };
}

/** Reads the form of a group; its members are the boxes that are ticked, whatever they name. */
export function readGroup(values: Values, code?: string): Read<AskedGroup> {
  const form = GroupForm.safeParse({ ...values, ...(code === undefined ? NEW : { code }) });
  if (!form.success) return unreadable(form.error);
  const { seen, ...asked } = form.data;
  const members = Object.keys(values)
    .filter((name) => name.startsWith(MEMBER))
    .map((name) => name.slice(MEMBER.length));
  return { ok: true, asked: { ...asked, members }, seen };
}

export function readCessation(values: Values): Read<{ successor: string | null; grounds: TypedGrounds }> {
  const form = CessationForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const { successor, seen, reason, actOrgan, actNumber, actOn } = form.data;
  return { ok: true, asked: { successor, grounds: { reason, actOrgan, actNumber, actOn } }, seen };
}

const MEMBER = "members-";

/** The fields of a form before anyone types: what `read…` would read back. */
export function officeValues({ parent, ...office }: AskedOffice): Record<string, string> {
  return { ...office, parent: parent ?? "" };
}

export function groupValues({ members, ...group }: AskedGroup): Record<string, string> {
  return { ...group, ...Object.fromEntries(members.map((member) => [MEMBER + member, "on"])) };
}

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

function unreadable(error: z.ZodError): { ok: false; errors: FormErrors } {
  return { ok: false, errors: z.flattenError(error).fieldErrors as FormErrors };
}
