import type { Recorded } from "#app/components/objective/recorded-notice.tsx";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { periodsReported } from "#app/domain/objective/reported-periods.ts";
import { coveredBy, touch } from "#app/domain/objective/step-reports.ts";
import { db } from "#db/connection.server.ts";
import { findFigureOf, findReadingOf, findReportOf, isNoteOf } from "#db/objective/recorded-rows.ts";

/** What `?registrato=effettivo-12` names: what somebody has just recorded of an objective, to be said once where they land. */
export async function recordedOn(request: Request, objective: ObjectiveOnDay): Promise<Recorded | undefined> {
  const [, kind, number] = /^(\w+)-(\d{1,15})$/.exec(asked(request)) ?? [];
  const id = Number(number);
  if (kind === "effettivo") return recordedReport(objective, id);
  if (kind === "cifra") {
    const figure = await findFigureOf(db, objective.id, id);
    return figure && { kind: "figure", of: figure.kind, percent: figure.percent, on: figure.effective_on };
  }
  if (kind === "valore") {
    const reading = await findReadingOf(db, objective.id, id);
    return reading && { kind: "reading", ...reading, on: reading.effective_on };
  }
  return kind === "nota" && (await isNoteOf(db, objective.id, id)) ? { kind: "note" } : undefined;
}

function asked(request: Request): string {
  return new URL(request.url).searchParams.get("registrato") ?? "";
}

async function recordedReport(objective: ObjectiveOnDay, id: number): Promise<Recorded | undefined> {
  const row = await findReportOf(db, objective.id, id);
  const step = objective.steps.find(({ ordinal }) => ordinal === row?.ordinal);
  if (!row || !step) return undefined;
  const before = step.reports.filter((one) => one.id < id);
  const again = periodsReported(step.measure, before).filter((one) => touch(coveredBy(row), one));
  return {
    kind: "report",
    ordinal: row.ordinal,
    on: row.effective_on,
    isWithdrawal: row.is_withdrawal === 1,
    isCorrection: row.replaces_id !== null,
    again: again.length,
    every: step.measure.kind === "periods" ? step.measure.every : null,
  };
}
