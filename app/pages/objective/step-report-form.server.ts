import { z } from "zod";
import { today } from "#app/clock.server.ts";
import type { RecordedReport } from "#app/components/objective/reports-meanwhile.tsx";
import type { ReportableStep } from "#app/components/objective/step-report-form.tsx";
import { firstDayOf } from "#app/domain/days.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { spanOf } from "#app/domain/objective/objectives.ts";
import { periodsReported, suggestedDay } from "#app/domain/objective/reported-periods.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { decideStepReport, type TypedReport } from "#app/domain/objective/step-report-decisions.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { db } from "#db/connection.server.ts";
import type { AddedOutcome } from "#db/objective/added-rows.ts";
import {
  isWordedAsSeen,
  listReportsOf,
  listStepWordings,
  recordStepReport,
} from "#db/objective/step-reports.ts";
import type { User } from "#db/users.ts";
import {
  day,
  EVIDENCE_SHAPE,
  type FormErrors,
  guard,
  maybeDay,
  readEvidence,
  unreadable,
  type Values,
} from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { changedHands, keepingOf } from "./kept-objective.server.ts";
import { CHANGED_MEANWHILE, reportErrors } from "./report-refusals.server.ts";
import { toldReport } from "./told-steps.server.ts";

/** A whole number that may be left out; "1.000" is refused, which could be one, or a thousand. */
const maybeNumber = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,9}$/, message)
    .transform((value) => (value === "" ? null : Number(value)))
    .default(null);

const REPORT = {
  effectiveOn: day,
  text: paragraph(LONGEST_TEXT),
  outcome: z.enum(["concluded", "partial"]).nullable().default(null).catch(null),
  progress: maybeNumber("Scrivi a che punto è con un numero intero da 0 a 100"),
  coversFrom: maybeDay.default(null),
  coversUntil: maybeDay.default(null),
  occurrences: maybeNumber("Scrivi quante volte con un numero intero, oppure lascia vuoto"),
  ...EVIDENCE_SHAPE,
  measure: z.string().default(""),
  seen: guard,
  version: guard,
};

const ReportForm = z.object(REPORT);

/** What two windows are told apart by: the last report, and the row of the words of the step. */
export type SeenReport = { seen: number; version: number };
export type ReadReport =
  { ok: true; typed: TypedReport; form: SeenReport } | { ok: false; errors: FormErrors };
export type ReportOutcome = { ok: true; id: number } | { ok: false; errors: FormErrors; isConflict: boolean };

/** Reads the form of an effettivo. Of a step due once it must be said whether it is concluded, or how far it is, and not both. */
export function readReportForm(values: Values): ReadReport {
  const form = ReportForm.safeParse(values);
  if (!form.success) return unreadable(form.error);
  const errors = form.data.measure === "due" ? outcomeErrors(form.data) : null;
  if (errors) return { ok: false, errors };
  const read = readEvidence(form.data);
  if (!read.ok) return read;
  const { effectiveOn, text, outcome, progress: typed, coversFrom, coversUntil, occurrences } = form.data;
  const { seen, version } = form.data;
  return {
    ok: true,
    form: { seen, version },
    typed: {
      ...{ effectiveOn, text, evidence: read.evidence, coversFrom, coversUntil, occurrences },
      isConcluded: outcome === "concluded",
      progress: outcome === "partial" ? typed : null,
    },
  };
}

/** A figure beside «Concluso» would be thrown away, and the objective raised by it, without a word. */
function outcomeErrors({
  outcome,
  progress,
}: {
  outcome: "concluded" | "partial" | null;
  progress: number | null;
}): FormErrors | null {
  if (outcome === null) return { outcome: ["Scegli se il punto è concluso o ancora in corso"] };
  const isBoth = outcome === "concluded" && progress !== null && progress !== 100;
  return isBoth
    ? { progress: ["Hai scelto «Concluso»: lascia vuota la percentuale, oppure scegli «Ancora in corso»"] }
    : null;
}

/** A step as the form of its effettivo needs it, with all that was reported of it. */
export async function reportableStep(objective: ObjectiveOnDay, step: StepOnDay): Promise<ReportableStep> {
  const { measure, ordinal } = step;
  const rows = await listReportsOf(db, step.id);
  const wordings = await listStepWordings(db, step.id);
  const reported = new Set(periodsReported(measure, step.reports));
  const periods = measure.kind === "periods" ? measure.periods : [];
  return {
    objective: objective.code,
    ordinal,
    name: stepName(step),
    text: step.text,
    planned: step.planned_as_written,
    measure: measure.kind,
    every: measure.kind === "periods" ? measure.every : null,
    periods: { reported: reported.size, of: periods.length },
    firstMissing: periods.find((period) => !reported.has(period)) ?? null,
    suggestedDay: suggestedDay(measure, step.reports, today()),
    firstDay: firstDayOf(objective.first_year),
    reports: rows.map(recordedReport),
    seen: rows.at(-1)?.id ?? 0,
    version: wordings.at(-1)!.id,
    wordings,
    today: today(),
  };
}

function recordedReport(row: Awaited<ReturnType<typeof listReportsOf>>[number]): RecordedReport {
  const { recorded_at: recordedAt, is_withdrawal, reason } = row;
  return { ...toldReport(row), recordedAt, isWithdrawal: is_withdrawal === 1, reason };
}

/** Decides and records an effettivo. Where others wrote meanwhile, or what was planned is another thing by now, that is what the person is told first. */
export async function report(
  { objective, step }: { objective: ObjectiveOnDay; step: StepOnDay },
  user: User,
  { typed, form }: Extract<ReadReport, { ok: true }>,
  sent: Values,
): Promise<ReportOutcome> {
  const { measure, reports } = step;
  const seenStep = { id: step.id, version: form.version };
  if (!(await isWordedAsSeen(db, seenStep))) return CHANGED;
  const decision = decideStepReport(typed, {
    measure,
    span: spanOf(objective),
    today: today(),
    existing: reports,
  });
  if (!decision.ok) {
    const isAsSeen = ((await listReportsOf(db, step.id)).at(-1)?.id ?? 0) === form.seen;
    return isAsSeen ? { ok: false, isConflict: false, errors: reportErrors(decision.refusals) } : CHANGED;
  }
  const entry = { step: seenStep, report: decision.report, replaces: null };
  const guarded = { keeping: keepingOf(objective, user), last: form.seen };
  return toldOutcome(await recordStepReport(db, entry, guarded), objective, sent);
}

/** What became of a row that was to be added, for whoever sent the form. */
export function toldOutcome(outcome: AddedOutcome, objective: ObjectiveOnDay, sent: Values): ReportOutcome {
  if (outcome.recorded) return { ok: true, id: outcome.id };
  if (outcome.moved === "hands") throw changedHands(objective, sent);
  return CHANGED;
}

export const CHANGED: ReportOutcome = { ok: false, isConflict: true, errors: { seen: [CHANGED_MEANWHILE] } };
