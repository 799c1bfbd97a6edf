import type { Recorded } from "#app/components/objective/recorded-notice.tsx";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { periodsCounted } from "#app/domain/objective/reported-periods.ts";
import type { ReportedPeriod } from "#app/domain/objective/step-measures.ts";
import { coveredBy, isReportedOn } from "#app/domain/objective/step-reports.ts";
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
  const { periods, isPart } = periodsCounted(coveredBy(row), step.measure);
  const before = step.reports.filter((one) => one.id < id);
  const again = periods.filter((period) => isReportedOn(period, before));
  const those = before.filter((one) => again.some((period) => isReportedOn(period, [one])));
  return {
    kind: "report",
    ordinal: row.ordinal,
    on: row.effective_on,
    isWithdrawal: row.is_withdrawal === 1,
    isCorrection: row.replaces_id !== null,
    counted: periods.length === 0 ? null : { ...endsOf(periods), number: periods.length, isPart },
    again: { number: again.length, on: [...new Set(those.map((one) => one.effective_on))] },
    every: step.measure.kind === "periods" ? step.measure.every : null,
  };
}

function endsOf(periods: readonly ReportedPeriod[]) {
  return { from: periods[0]!.from, until: periods.at(-1)!.until };
}
