import { type Day, earlierOf, firstDayOf, lastDayOf } from "../days.ts";
import type { Span } from "./objectives.ts";
import type { ReportedPeriod, StepMeasure } from "./step-measures.ts";
import { isReportedOn, type ReportFact, type Stretch, touch } from "./step-reports.ts";

type TypedCover = { effectiveOn: Day; coversFrom: Day | null; coversUntil: Day | null };

export type CoverRefusal =
  | "period-incomplete"
  | "period-reversed"
  | "period-after-the-day"
  | "period-outside-the-objective"
  | "period-required"
  | "no-such-period";
type CoverDecision =
  | { ok: true; cover: Stretch }
  | { ok: false; refusal: { field: "coversFrom" | "coversUntil"; reason: CoverRefusal } };

/** The periods of a step that some report covers, also in part. */
export function periodsReported(measure: StepMeasure, reports: readonly ReportFact[]): ReportedPeriod[] {
  if (measure.kind !== "periods") return [];
  return measure.periods.filter((period) => isReportedOn(period, reports));
}

/** The periods that some days are about, and whether one of them is covered in part only: it counts all the same. */
export function periodsCounted(
  cover: Stretch,
  measure: StepMeasure,
): { periods: ReportedPeriod[]; isPart: boolean } {
  const periods = measure.kind === "periods" ? measure.periods.filter((period) => touch(cover, period)) : [];
  const isPart = periods.some(({ from, until }) => from < cover.from || cover.until < until);
  return { periods, isPart };
}

/**
 * The day that an effettivo is suggested to be of: today, where that is in a period or the step has none. Of a year that is over the end of the last
 * period that nobody reported on, or, where all were, of the last: a form left as it comes is never refused for its day.
 */
export function suggestedDay(measure: StepMeasure, reports: readonly ReportFact[], today: Day): Day {
  if (measure.kind !== "periods" || periodOf(today, measure.periods)) return today;
  const reported = new Set(periodsReported(measure, reports));
  const over = measure.periods.filter(({ until }) => until <= today);
  return (over.findLast((one) => !reported.has(one)) ?? over.at(-1))?.until ?? today;
}

/** The stretch that an effettivo reports on where it does not say: the period of its day, as far as that day. */
function periodOf(day: Day, periods: readonly ReportedPeriod[]) {
  const period = periods.find(({ from, until }) => from <= day && day <= until);
  return period && { from: period.from, until: earlierOf(period.until, day) };
}

/**
 * The days that an effettivo reports on, or what is wrong with them: both ends or neither, not after its day, within the years of the objective, and
 * touching some period. Neither is the period that its day is in.
 */
export function decideCover(
  { effectiveOn, coversFrom: from, coversUntil: until }: TypedCover,
  periods: readonly ReportedPeriod[],
  { firstYear, lastYear }: Span,
): CoverDecision {
  if (from === null && until === null) {
    const cover = periodOf(effectiveOn, periods);
    return cover ? { ok: true, cover } : refused("coversFrom", "period-required");
  }
  if (from === null) return refused("coversFrom", "period-incomplete");
  if (until === null) return refused("coversUntil", "period-incomplete");
  if (until < from) return refused("coversUntil", "period-reversed");
  if (until > effectiveOn) return refused("coversUntil", "period-after-the-day");
  if (from < firstDayOf(firstYear)) return refused("coversFrom", "period-outside-the-objective");
  if (until > lastDayOf(lastYear)) return refused("coversUntil", "period-outside-the-objective");
  const cover = { from, until };
  return periods.some((period) => touch(cover, period))
    ? { ok: true, cover }
    : refused("coversFrom", "no-such-period");
}

function refused(field: "coversFrom" | "coversUntil", reason: CoverRefusal): CoverDecision {
  return { ok: false, refusal: { field, reason } };
}
