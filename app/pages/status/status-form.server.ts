import { z } from "zod";
import type { CorrectionDecision } from "#app/domain/status/corrections.ts";
import { type Change, LONGEST_TEXT, type Status, STATUSES } from "#app/domain/status/status-steps.ts";
import { REFUSAL_LABEL } from "#app/labels.ts";
import {
  day,
  EVIDENCE_SHAPE,
  type FormErrors,
  guard,
  maybeDay,
  maybeInteger,
  readEvidence,
  unreadable,
  type Values,
} from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";

/** "Nessuna novità" and an update keep the status (R1); the others are the status to go to. */
export const CHOICES = ["no-news", "update", ...STATUSES] as const;
export type Choice = (typeof CHOICES)[number];

const StatusForm = z.object({
  to: z.enum(CHOICES, "Scegli il nuovo stato, oppure «nessuna novità»"),
  progress: maybeInteger(REFUSAL_LABEL["progress-out-of-range"]).default(null),
  effectiveOn: day,
  reason: paragraph(LONGEST_TEXT),
  targetYear: maybeInteger("Scegli un anno dall’elenco").default(null),
  dueOn: maybeDay.default(null),
  ...EVIDENCE_SHAPE,
  sequence: guard,
});

export type ReadForm =
  | { ok: true; choice: Choice; change: Omit<Change, "to">; sequence: number }
  | { ok: false; errors: FormErrors };

/** Reads the form of a status change or of a rettifica: either a change to decide, or a sentence for each field that cannot be read. */
export function readStatusForm(values: Values): ReadForm {
  const form = StatusForm.safeParse(onlyWhatCounts(values));
  if (!form.success) return unreadable(form.error);
  const { to, progress, effectiveOn, reason, targetYear, dueOn, sequence } = form.data;
  const evidence = readEvidence(form.data);
  if (!evidence.ok) return evidence;
  return {
    ok: true,
    choice: to,
    change: { progress, effectiveOn, reason, evidence: evidence.evidence, dueOn, targetYear },
    sequence,
  };
}

/** What the choice does not need is hidden on the page and counts for nothing, whatever was typed in it before (docs/decisions/0002). */
function onlyWhatCounts({ progress, targetYear, ...others }: Values) {
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
