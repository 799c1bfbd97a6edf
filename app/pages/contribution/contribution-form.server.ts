import { z } from "zod";
import { today } from "#app/clock.server.ts";
import {
  decideContribution,
  type TypedContribution,
} from "#app/domain/contribution/contribution-decisions.ts";
import { CONTRIBUTION_STATUSES } from "#app/domain/contribution/contributions.ts";
import { contributingOffices } from "#app/domain/permissions.ts";
import { lastSequenceOf } from "#app/domain/status/last-sequences.ts";
import { firstPossibleDay } from "#app/domain/status/corrections.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { CONTRIBUTION_REFUSAL_LABEL } from "#app/labels.ts";
import { db } from "#db/connection.server.ts";
import { recordContribution } from "#db/contribution/contribution-records.ts";
import type { ContributionRow } from "#db/contribution/contributions.ts";
import type { User } from "#db/users.ts";
import { findAgain, type FoundActionYear } from "../status/action-year.server.ts";
import { changedHands } from "../status/changed-hands.server.ts";
import {
  day,
  EVIDENCE_SHAPE,
  type FormErrors,
  guard,
  maybeInteger,
  readEvidence,
  unreadable,
  type Values,
} from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { authorOf } from "#app/session.server.ts";

const ContributionForm = z.object({
  status: z.enum(CONTRIBUTION_STATUSES, "Scegli a che punto è la parte dell’ufficio"),
  progress: maybeInteger(CONTRIBUTION_REFUSAL_LABEL["progress-out-of-range"]).default(null),
  effectiveOn: day,
  note: paragraph(LONGEST_TEXT),
  ...EVIDENCE_SHAPE,
  last: guard,
  sequence: z.coerce.number().int().min(0).optional().catch(undefined),
});

export type ReadContribution =
  | { ok: true; typed: TypedContribution; last: number; sequence: number | undefined }
  | { ok: false; errors: FormErrors };
export type ReportOutcome = { ok: true; id: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Reads the form of a contribution; the progress counts only where the work is in progress. */
export function readContributionForm(values: Values): ReadContribution {
  const { progress, ...others } = values;
  const isInProgress = values.status === "in-progress" && progress !== undefined;
  const form = ContributionForm.safeParse(isInProgress ? values : others);
  if (!form.success) return unreadable(form.error);
  const read = readEvidence(form.data);
  if (!read.ok) return read;
  const { status, progress: declared, effectiveOn, note, last, sequence } = form.data;
  return {
    ok: true,
    last,
    sequence,
    typed: { status, progress: declared, effectiveOn, note, evidence: read.evidence },
  };
}

/**
 * Decides and records what an office reports. `previous`: its last contribution now; when that is not the one the form was
 * built from, or the annualità takes no more since, that is what the person is told first.
 */
export async function report(
  found: FoundActionYear,
  user: User,
  { office, previous }: { office: string; previous: ContributionRow | undefined },
  { typed, last, sequence }: Extract<ReadContribution, { ok: true }>,
): Promise<ReportOutcome> {
  const { plan, actionYear } = found;
  const decision = decideContribution(typed, {
    adoptedOn: plan.adopted_on,
    status: actionYear.status,
    previous,
    standingFrom: firstPossibleDay(actionYear.addedOn, plan),
    today: today(),
  });
  if (!decision.ok) {
    if ((previous?.id ?? 0) !== last) return REPORTED;
    if (sequence !== undefined && sequence !== lastSequenceOf(found.facts.lines, actionYear.id)) return MOVED;
    const field = decision.field === "evidence" ? "evidenceKind" : decision.field;
    return {
      ok: false,
      isConflict: false,
      errors: { [field]: [CONTRIBUTION_REFUSAL_LABEL[decision.reason]] },
    };
  }
  const by = authorOf(user);
  const entry = { action_year_id: actionYear.id, office, contribution: decision.contribution, by };
  const outcome = await recordContribution(db, entry, {
    last,
    sequence: lastSequenceOf(found.facts.lines, actionYear.id),
    isTheirs: (answering) => contributingOffices(user, answering).includes(office),
  });
  if (outcome.recorded) return { ok: true, id: outcome.id };
  if (outcome.moved === "hands") throw changedHands(await findAgain(found));
  return outcome.moved === "status" ? MOVED : REPORTED;
}

function conflict(says: string): ReportOutcome {
  return { ok: false, isConflict: true, errors: { status: [says] } };
}

const REPORTED = conflict(
  "Nel frattempo qualcuno ha comunicato il contributo dello stesso ufficio: leggilo, poi salva di nuovo se il tuo vale ancora",
);
const MOVED = conflict(
  "Nel frattempo è cambiato lo stato dell’annualità: leggi come, poi salva di nuovo se vale ancora",
);
