import { data } from "@remix-run/node";
import { z } from "zod";
import { today } from "#app/clock.server.ts";
import { decideEvidence, type Evidence, EVIDENCE_KINDS } from "#app/domain/status/evidence.ts";
import { EVIDENCE_REFUSAL_LABEL } from "#app/labels.ts";
import { maybeDay } from "./day-form.server.ts";
import { line } from "./form-text.server.ts";

export { day, maybeDay } from "./day-form.server.ts";

/** What several forms read alike: days (`day-form.server.ts`), whole numbers, the proof of what is said. */

export type Values = Record<string, FormDataEntryValue>;
/** A sentence at each field that is wrong. */
export type FormErrors = Record<string, string[] | undefined>;

const NOT_A_WEIGHT = "Scrivi il peso come un numero: 1, oppure 1,5";

export const maybeInteger = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, message)
    .transform((value) => (value === "" ? null : Number(value)));

/** How much something counts beside the others, as an Italian writes it: "1,5". What it may be, the rules say. */
export const weight = z
  .string(NOT_A_WEIGHT)
  .trim()
  .regex(/^-?\d{1,4}([.,]\d{1,2})?$/, NOT_A_WEIGHT)
  .transform((value) => Number(value.replace(",", ".")));

/** What two windows are told apart by: the last line or edit that the form was built from, 0 where there was none. */
export const guard = z.coerce.number().int().min(0).catch(0);

/** The longest text of a proof, in characters: the act itself is in the document system. */
export const LONGEST_EVIDENCE = 500;

const evidenceText = line(LONGEST_EVIDENCE).transform((value) => value || null);

/** The fields of a proof, as `EvidenceFields` draws them. */
export const EVIDENCE_SHAPE = {
  evidenceKind: z.union(
    [z.literal("").transform(() => null), z.enum(EVIDENCE_KINDS)],
    "Scegli il tipo di prova dall’elenco",
  ),
  evidenceNumber: evidenceText,
  evidenceOn: maybeDay,
  evidenceLink: evidenceText,
  evidenceNote: evidenceText,
};

type ReadEvidence = z.output<z.ZodObject<typeof EVIDENCE_SHAPE>>;

const EVIDENCE_FIELD: Record<keyof Evidence, keyof typeof EVIDENCE_SHAPE> = {
  tipo: "evidenceKind",
  numero: "evidenceNumber",
  del: "evidenceOn",
  collegamento: "evidenceLink",
  nota: "evidenceNote",
};

/** The proof that the fields mean (R2), or a sentence at the field that does not let it be found again. */
export function readEvidence(
  form: ReadEvidence,
): { ok: true; evidence: Evidence | null } | { ok: false; errors: FormErrors } {
  const isActWithoutKind =
    form.evidenceKind === null && (form.evidenceNumber !== null || form.evidenceOn !== null);
  if (isActWithoutKind)
    return { ok: false, errors: { evidenceKind: ["Scegli che cosa è l’atto che hai indicato"] } };
  const decision = decideEvidence(typedEvidence(form), today());
  if (decision.ok) return decision;
  return {
    ok: false,
    errors: { [EVIDENCE_FIELD[decision.field]]: [EVIDENCE_REFUSAL_LABEL[decision.reason]] },
  };
}

/** Something typed without choosing a kind: a link or a note says by itself what it is, an act does not. */
function typedEvidence(form: ReadEvidence): Evidence | { tipo: null } {
  const parts = {
    numero: form.evidenceNumber,
    del: form.evidenceOn,
    collegamento: form.evidenceLink,
    nota: form.evidenceNote,
  };
  if (form.evidenceKind !== null) return { tipo: form.evidenceKind, ...parts };
  if (Object.values(parts).every((part) => part === null)) return { tipo: null };
  return { tipo: parts.collegamento === null ? "nota" : "collegamento", ...parts };
}

/** A form that cannot be read: what zod says of each field. */
export function unreadable(error: z.ZodError): { ok: false; errors: FormErrors } {
  return { ok: false, errors: z.flattenError(error).fieldErrors as FormErrors };
}

/** The same page again, with what is wrong and all that was typed; 409 when someone was faster. */
export function refuse(errors: FormErrors, values: Values, isConflict = false) {
  return data({ errors, isConflict, typed: typedIn(values) }, { status: isConflict ? 409 : 422 });
}

/** What was typed, for the form that is drawn again. */
export function typedIn(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
}

/** What a hidden field carries as JSON; undefined where somebody altered it. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
