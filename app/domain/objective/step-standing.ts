import { isDueOver, type Viewpoint } from "../days.ts";
import { type MeasuredStep, stepAddend } from "./objective-progress.ts";
import type { ReportedPeriod } from "./step-measures.ts";
import { isReportedOn } from "./step-reports.ts";

/** How a step stands on a day (R9): done, late, still in time; what has no measure is neither. */
export type StepStanding = "done" | "late" | "in-time" | "continuous";

/**
 * A step by a day is late once that day is over and it is not wholly done; one with periods once some period that is due was not reported, however
 * many others were.
 */
export function stepStanding(step: MeasuredStep, at: Viewpoint): StepStanding {
  const addend = stepAddend(step, at);
  if (addend === undefined) return "continuous";
  if (addend.done.parts >= addend.done.of) return "done";
  const isLate =
    step.measure.kind === "due" ? isDueOver(step.measure.dueOn, at) : missingPeriods(step, at).length > 0;
  return isLate ? "late" : "in-time";
}

/** The periods that were due by a day and that no report is about. */
export function missingPeriods({ measure, reports }: MeasuredStep, at: Viewpoint): ReportedPeriod[] {
  if (measure.kind !== "periods") return [];
  return measure.periods.filter((period) => isDueOver(period.dueOn, at) && !isReportedOn(period, reports));
}
