import { z } from "zod";
import { today } from "#app/clock.server.ts";
import { decideReading, type TypedReading } from "#app/domain/objective/indicator-decisions.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { spanOf } from "#app/domain/objective/objectives.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { db } from "#db/connection.server.ts";
import { recordReading, type StandingIndicator } from "#db/objective/indicator-records.ts";
import type { User } from "#db/users.ts";
import {
  day,
  EVIDENCE_SHAPE,
  type FormErrors,
  guard,
  readEvidence,
  unreadable,
  type Values,
} from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { italianNumber } from "../form/number-form.server.ts";
import { NOT_A_NUMBER } from "./indicator-edit.server.ts";
import { keepingOf } from "./kept-objective.server.ts";
import { reportErrors } from "./report-refusals.server.ts";
import { type ReportOutcome, toldOutcome } from "./step-report-form.server.ts";

const ReadingForm = z.object({
  value: italianNumber(NOT_A_NUMBER),
  effectiveOn: day,
  note: paragraph(LONGEST_TEXT),
  ...EVIDENCE_SHAPE,
  seen: guard,
});

export type ReadReading = { ok: true; typed: TypedReading; seen: number } | { ok: false; errors: FormErrors };

export function readReadingForm(values: Values): ReadReading {
  const form = ReadingForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const read = readEvidence(form.data);
  if (!read.ok) return read;
  const { value, effectiveOn, note, seen } = form.data;
  return { ok: true, typed: { value, effectiveOn, note, evidence: read.evidence }, seen };
}

/** Decides and records a value read of an indicator. */
export async function readIndicatorValue(
  { objective, indicator }: { objective: ObjectiveOnDay; indicator: StandingIndicator },
  user: User,
  { typed, seen }: Extract<ReadReading, { ok: true }>,
  sent: Values,
): Promise<ReportOutcome> {
  const decision = decideReading(typed, { span: spanOf(objective), today: today() });
  if (!decision.ok) return { ok: false, isConflict: false, errors: reportErrors([decision]) };
  const guarded = { keeping: keepingOf(objective, user), last: seen };
  const entry = { indicatorId: indicator.id, reading: decision.reading };
  return toldOutcome(await recordReading(db, entry, guarded), objective, sent);
}
