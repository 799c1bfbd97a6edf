import type { Day } from "../days.ts";
import type { Evidence } from "../status/evidence.ts";
import type { Span } from "./objectives.ts";
import { type DayRefusal, refusalOfDay } from "./reported-day.ts";
import { decideCover, periodsReported, type CoverRefusal } from "./reported-periods.ts";
import type { ReportedPeriod, StepMeasure } from "./step-measures.ts";
import { type ReportFact, touch } from "./step-reports.ts";

/** An effettivo as a form asks for it; what its step has no use for counts for nothing. */
export type TypedReport = {
  effectiveOn: Day;
  text: string;
  evidence: Evidence | null;
  /** Of a step due by a day: that it is concluded, or how far it is. */
  isConcluded: boolean;
  progress: number | null;
  /** Of a step with periods: the days that it reports on; none for the period that the day is in. */
  coversFrom: Day | null;
  coversUntil: Day | null;
  /** Of a continuous one: how many times, where somebody counts. */
  occurrences: number | null;
};

export type ReportRefusal =
  "text-required" | DayRefusal | "progress-out-of-range" | CoverRefusal | "occurrences-not-whole";
export type ReportRefusals = { field: keyof TypedReport; reason: ReportRefusal }[];

/** An effettivo ready to be written down, with the columns of its row. */
export type DecidedReport = Pick<TypedReport, "effectiveOn" | "text" | "evidence"> & {
  progress: number | null;
  covers: { from: Day; until: Day } | null;
  occurrences: number | null;
};

export type ReportDecision =
  | { ok: true; report: DecidedReport; alreadyReported: ReportedPeriod[] }
  | { ok: false; refusals: ReportRefusals };

export type ReportContext = {
  measure: StepMeasure;
  span: Span;
  today: Day;
  /** The reports of the step that count, itself apart where it is put right. */
  existing: readonly ReportFact[];
};

/**
 * Decides whether an effettivo may be recorded (R9), and says at once all that is wrong. Its day is neither to come nor before the objective began; it
 * may well come after its last year: what was done is often told late. A period that was reported on already is told, not refused.
 *
 *     decideStepReport({ effectiveOn: "2024-01-31", coversFrom: null, … }, { measure: monthly, … })
 *     // { ok: true, report: { covers: { from: "2024-01-01", until: "2024-01-31" }, … }, alreadyReported: [] }
 */
export function decideStepReport(typed: TypedReport, context: ReportContext): ReportDecision {
  const { measure, span, today, existing } = context;
  const covers = measure.kind === "periods" ? decideCover(typed, measure.periods, span) : null;
  const ofDay = refusalOfDay(typed.effectiveOn, span, today);
  const refusals: ReportRefusals = [
    ...(ofDay ? [{ field: "effectiveOn", reason: ofDay } as const] : []),
    ...(typed.text === "" ? [{ field: "text", reason: "text-required" } as const] : []),
    ...progressRefusals(typed, measure),
    ...(covers?.ok === false ? [covers.refusal] : []),
    ...occurrencesRefusals(typed, measure),
  ];
  if (refusals.length > 0 || covers?.ok === false) return { ok: false, refusals };
  const { effectiveOn, text, evidence } = typed;
  const progress = measure.kind === "due" ? (typed.isConcluded ? 100 : typed.progress) : null;
  const occurrences = measure.kind === "continuous" ? typed.occurrences : null;
  const cover = covers?.cover ?? null;
  return {
    ok: true,
    report: { effectiveOn, text, evidence, progress, covers: cover, occurrences },
    alreadyReported:
      cover === null ? [] : periodsReported(measure, existing).filter((one) => touch(cover, one)),
  };
}

function progressRefusals({ isConcluded, progress }: TypedReport, { kind }: StepMeasure): ReportRefusals {
  if (kind !== "due" || isConcluded || isWhole(progress, 100)) return [];
  return [{ field: "progress", reason: "progress-out-of-range" }];
}

function occurrencesRefusals({ occurrences }: TypedReport, { kind }: StepMeasure): ReportRefusals {
  if (kind !== "continuous" || occurrences === null || isWhole(occurrences, Number.MAX_SAFE_INTEGER))
    return [];
  return [{ field: "occurrences", reason: "occurrences-not-whole" }];
}

function isWhole(number: number | null, most: number): boolean {
  return number !== null && Number.isInteger(number) && number >= 0 && number <= most;
}
