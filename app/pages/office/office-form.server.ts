import { z } from "zod";
import type { TypedGrounds } from "#app/domain/edit/edit-grounds.ts";
import type { AskedGroup } from "#app/domain/office/office-groups.ts";
import { LONGEST_MAILBOX } from "#app/domain/office/mailboxes.ts";
import { type AskedOffice, LONGEST_CODE, OFFICE_KINDS } from "#app/domain/office/offices.ts";
import { line } from "../form/form-text.server.ts";
import { type FormErrors, unreadable, type Values } from "../form/form-readers.server.ts";
import { GROUNDS, groundsOf } from "../form/grounds-form.server.ts";

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
  email: line(LONGEST_MAILBOX).transform((address) => (address === "" ? null : address)),
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
  const { successor, seen, ...grounds } = form.data;
  return { ok: true, asked: { successor, grounds: groundsOf(grounds) }, seen };
}

const MEMBER = "members-";

/** The fields of a form before anyone types: what `read…` would read back. */
export function officeValues({ parent, email, ...office }: AskedOffice): Record<string, string> {
  return { ...office, parent: parent ?? "", email: email ?? "" };
}

export function groupValues({ members, ...group }: AskedGroup): Record<string, string> {
  return { ...group, ...Object.fromEntries(members.map((member) => [MEMBER + member, "on"])) };
}
