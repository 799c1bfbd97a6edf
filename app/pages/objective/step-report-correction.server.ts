import type { Params } from "@remix-run/react";
import { z } from "zod";
import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { spanOf } from "#app/domain/objective/objectives.ts";
import { lastInPlaceOf } from "#app/domain/objective/put-right.ts";
import { decideStepReport, type ReportContext } from "#app/domain/objective/step-report-decisions.ts";
import { mayCorrectReport } from "#app/domain/permissions.ts";
import { LONGEST_TEXT } from "#app/domain/status/status-steps.ts";
import { forbidden, goneMeanwhile, notFound } from "#app/http.server.ts";
import { db } from "#db/connection.server.ts";
import {
  isWordedAsSeen,
  listReportsOf,
  recordStepReport,
  recordWithdrawal,
} from "#db/objective/step-reports.ts";
import type { User } from "#db/users.ts";
import { type FormErrors, guard, unreadable, type Values } from "../form/form-readers.server.ts";
import { paragraph } from "../form/form-text.server.ts";
import { keepingOf, type May, officesOf, stepOr404 } from "./kept-objective.server.ts";
import { keptWords } from "./kept-words.server.ts";
import { objectiveOr404 } from "./objectives-on-day.server.ts";
import { reportErrors } from "./report-refusals.server.ts";
import {
  CHANGED,
  type ReadReport,
  readReportForm,
  type ReportOutcome,
  toldOutcome,
} from "./step-report-form.server.ts";

type Row = Awaited<ReturnType<typeof listReportsOf>>[number];

/** A report to be put right. `isWithdrawn`: somebody took it away, and there is nothing left to put right. */
export type Correctable = { objective: ObjectiveOnDay; step: StepOnDay; wrong: Row; isWithdrawn: boolean };

/**
 * The report that an address names, for who may put it right (R11): the RTD, and the office that made what stands in its place. `sent`: the form of who
 * writes; it is of what stood there when it was built, and is told back where the RTD put it right since.
 */
export async function correctableOr404(user: User, params: Params, sent?: Values): Promise<Correctable> {
  const objective = await objectiveOr404(params.code, asOfNow(today()));
  const step = await stepOr404(objective, params, sent);
  const rows = await listReportsOf(db, step.id);
  const reports = rows.filter(({ is_withdrawal }) => is_withdrawal === 0);
  const asked = reports.find(({ id }) => String(id) === params.report);
  if (!asked) throw notFound("Questo effettivo non c’è.");
  const standing = lastInPlaceOf(asked, reports);
  const isTheirs = (row: Row) => mayCorrectReport(user, officesOf(objective), row);
  if (!isTheirs(standing)) {
    if (sent && isTheirs(asked))
      throw goneMeanwhile(
        "Un effettivo rettificato dal RTD lo cambia solo il RTD.",
        keptWords(sent),
        PUT_RIGHT,
      );
    throw forbidden("Un effettivo lo rettificano il RTD e l’ufficio che lo ha riportato.");
  }
  const seen = sent ? guard.parse(sent.seen) : Infinity;
  const known = reports.filter(({ id }) => id <= seen);
  const isWithdrawn = rows.some(({ replaces_id }) => replaces_id === standing.id);
  return { objective, step, wrong: lastInPlaceOf(asked, known), isWithdrawn };
}

const PUT_RIGHT = "Nel frattempo il RTD lo ha rettificato";

/** It was taken away while the form of its rettifica was open: what was typed is told back. */
export function withdrawnMeanwhile(sent: Values): Response {
  return goneMeanwhile("L’effettivo è stato ritirato.", keptWords(sent));
}

const CorrectionForm = z.object({
  reason: paragraph(LONGEST_TEXT).refine(
    (text) => text !== "",
    "Scrivi perché lo rettifichi: resta accanto all’effettivo",
  ),
  withdraw: z.string().optional(),
  seen: guard,
});

export type ReadCorrection =
  | { ok: true; reason: string; seen: number; read: Extract<ReadReport, { ok: true }> | "withdraw" }
  | { ok: false; errors: FormErrors };

/** Reads the form of a rettifica, and says at once what is wrong with the reason and with the rest. Of one that only takes away the rest counts for nothing. */
export function readCorrectionForm(values: Values): ReadCorrection {
  const form = CorrectionForm.safeParse(values);
  const isWithdrawal = values.withdraw !== undefined;
  const read = isWithdrawal ? ("withdraw" as const) : readReportForm(values);
  const errors = {
    ...(read !== "withdraw" && !read.ok ? read.errors : {}),
    ...(form.success ? {} : unreadable(form.error).errors),
  };
  if (!form.success || (read !== "withdraw" && !read.ok)) return { ok: false, errors };
  return { ok: true, reason: form.data.reason, seen: form.data.seen, read };
}

/** Decides and records what puts a report right, or takes it away. */
export async function correct(
  found: Correctable,
  user: User,
  { reason, seen, read }: Extract<ReadCorrection, { ok: true }>,
  sent: Values,
): Promise<ReportOutcome> {
  const { objective, wrong } = found;
  const may: May = (person, offices) => mayCorrectReport(person, offices, wrong);
  const guarded = { keeping: keepingOf(objective, user, may), last: seen };
  if (read === "withdraw") {
    const entry = { step: { id: found.step.id, version: null }, withdrawn: wrong, reason };
    return toldOutcome(await recordWithdrawal(db, entry, guarded), objective, sent);
  }
  const step = { id: found.step.id, version: read.form.version };
  if (!(await isWordedAsSeen(db, step))) return CHANGED;
  const decision = decideStepReport(read.typed, contextOf(found));
  if (!decision.ok) return { ok: false, isConflict: false, errors: reportErrors(decision.refusals) };
  const entry = { step, report: decision.report, replaces: { id: wrong.id, reason } };
  return toldOutcome(await recordStepReport(db, entry, guarded), objective, sent);
}

function contextOf({ objective, step, wrong }: Correctable): ReportContext {
  const existing = step.reports.filter(({ id }) => id !== wrong.id);
  return { measure: step.measure, span: spanOf(objective), today: today(), existing };
}

/** The fields filled with what the wrong report says: only what is wrong needs to be typed again. */
export function reportValues(report: Row): Record<string, string> {
  const evidence = report.evidence === null ? null : (JSON.parse(report.evidence) as Evidence);
  const isPartial = report.progress !== null && report.progress < 100;
  return {
    effectiveOn: report.effective_on,
    text: report.text,
    outcome: isPartial ? "partial" : "concluded",
    progress: isPartial ? String(report.progress) : "",
    coversFrom: report.covers_from_on ?? "",
    coversUntil: report.covers_until_on ?? "",
    occurrences: report.occurrences === null ? "" : String(report.occurrences),
    evidenceKind: evidence?.tipo ?? "",
    evidenceNumber: evidence?.numero ?? "",
    evidenceOn: evidence?.del ?? "",
    evidenceLink: evidence?.collegamento ?? "",
    evidenceNote: evidence?.nota ?? "",
  };
}
