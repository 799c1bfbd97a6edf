import { data } from "@remix-run/node";
import { z } from "zod";
import { isDay } from "#app/domain/days.ts";
import { decideEvidence, EVIDENCE_KINDS, type Evidence } from "#app/domain/evidence.ts";
import type { CorrectionDecision } from "#app/domain/corrections.ts";
import { type Change, type Status, STATUSES } from "#app/domain/status-steps.ts";
import { EVIDENCE_REFUSAL_LABEL, REFUSAL_LABEL } from "#app/labels.ts";

/** The longest text of a proof, in characters: the act itself is in the document system. */
const LONGEST_EVIDENCE = 500;

const text = z.string().transform((value) => value.replace(/\r\n/g, "\n").trim());
const evidenceText = text
  .pipe(z.string().max(LONGEST_EVIDENCE, `Al massimo ${LONGEST_EVIDENCE} caratteri`))
  .transform((value) => value || null);
const day = z.string().refine(isDay, "Scrivi un giorno che esiste, come 31/12/2022");
const maybeDay = z.union(
  [z.literal("").transform(() => null), day],
  "Scrivi un giorno che esiste, come 31/12/2022",
);
const maybeInteger = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, message)
    .transform((value) => (value === "" ? null : Number(value)));

/** "Nessuna novità" and an update keep the status (R1); the others are the status to go to. */
export const CHOICES = ["no-news", "update", ...STATUSES] as const;
export type Choice = (typeof CHOICES)[number];

const StatusForm = z.object({
  to: z.enum(CHOICES, "Scegli il nuovo stato, oppure «nessuna novità»"),
  progress: maybeInteger(REFUSAL_LABEL["progress-out-of-range"]).default(null),
  effectiveOn: day,
  reason: text,
  targetYear: maybeInteger("Scegli un anno dall’elenco").default(null),
  dueOn: maybeDay.default(null),
  evidenceKind: z.union(
    [z.literal("").transform(() => null), z.enum(EVIDENCE_KINDS)],
    "Scegli il tipo di prova dall’elenco",
  ),
  evidenceNumber: evidenceText,
  evidenceOn: maybeDay,
  evidenceLink: evidenceText,
  evidenceNote: evidenceText,
  sequence: z.coerce.number().int().min(0).catch(0),
});

export type FormErrors = Partial<Record<keyof z.input<typeof StatusForm>, string[]>>;
export type ReadForm =
  | { ok: true; choice: Choice; change: Omit<Change, "to">; sequence: number }
  | { ok: false; errors: FormErrors };

const EVIDENCE_FIELD: Record<keyof Evidence, keyof FormErrors> = {
  tipo: "evidenceKind",
  numero: "evidenceNumber",
  del: "evidenceOn",
  collegamento: "evidenceLink",
  nota: "evidenceNote",
};

/** Reads the form of a status change or of a rettifica: either a change to decide, or a sentence for each field that cannot be read. */
export function readStatusForm(values: Record<string, FormDataEntryValue>): ReadForm {
  const form = StatusForm.safeParse(onlyWhatCounts(values));
  if (!form.success) return { ok: false, errors: z.flattenError(form.error).fieldErrors };
  const { to, progress, effectiveOn, reason, targetYear, dueOn, sequence } = form.data;
  const isActWithoutKind =
    form.data.evidenceKind === null && (form.data.evidenceNumber !== null || form.data.evidenceOn !== null);
  if (isActWithoutKind)
    return { ok: false, errors: { evidenceKind: ["Scegli che cosa è l’atto che hai indicato"] } };
  const evidence = decideEvidence(typedEvidence(form.data));
  if (!evidence.ok)
    return {
      ok: false,
      errors: { [EVIDENCE_FIELD[evidence.field]]: [EVIDENCE_REFUSAL_LABEL[evidence.reason]] },
    };
  return {
    ok: true,
    choice: to,
    change: { progress, effectiveOn, reason, evidence: evidence.evidence, dueOn, targetYear },
    sequence,
  };
}

/** What the choice does not need is hidden on the page and counts for nothing, whatever was typed in it before (docs/decisions/0002). */
function onlyWhatCounts({ progress, targetYear, ...others }: Record<string, FormDataEntryValue>) {
  const needsProgress = others.to === "in-progress" || others.to === "update";
  return {
    ...others,
    ...(needsProgress && progress !== undefined ? { progress } : {}),
    ...(others.to === "rescheduled" && targetYear !== undefined ? { targetYear } : {}),
  };
}

/** The change that a choice means on an annualità that is `status` now. */
export function changeOf(choice: Choice, status: Status, change: Omit<Change, "to">): Change {
  if (choice === "no-news") return { ...change, to: status, progress: null };
  return { ...change, to: choice === "update" ? status : choice };
}

/** The refusal of a rule, at the field that the rule named. */
export function refusalErrors(decision: Extract<CorrectionDecision, { ok: false }>): FormErrors {
  const field = decision.field === "evidence" ? "evidenceKind" : decision.field;
  return { [field]: [REFUSAL_LABEL[decision.reason]] };
}

/** Something typed without choosing a kind: a link or a note says by itself what it is, an act does not. */
function typedEvidence(form: z.output<typeof StatusForm>): Evidence | { tipo: null } {
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

/** The same page again, with what is wrong and all that was typed; 409 when someone was faster. */
export function refuse(errors: FormErrors, values: Record<string, FormDataEntryValue>, isConflict = false) {
  const typed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
  return data({ errors, isConflict, typed }, { status: isConflict ? 409 : 422 });
}
