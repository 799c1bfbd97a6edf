import { type Day, dayAfter, type Viewpoint } from "../days.ts";
import type { MeasuredStep } from "./objective-progress.ts";
import type { StepMeasure } from "./step-measures.ts";
import { missingPeriods, type StepStanding, stepStanding } from "./step-standing.ts";
import { isReportedOn } from "./step-reports.ts";

/** What of an objective is to be reported first: its step, the day by which, and how it stands. */
export type NearestDue<Step> = { step: Step; dueOn: Day; standing: StepStanding };

/** How long before its day a step is brought up: about as long as it takes to be asked, and to answer. */
const BROUGHT_UP_BEFORE = 30;

/**
 * The step of an objective that is due first among those that are not wholly done, which of what is late is the one that is so for
 * longest; of several days its first one that nobody reported on. Undefined where nothing is left, or can be due (R9). What goes by days or
 * weeks is not among them: it would always come first, and hide the one day that counts. See `missedRhythm`.
 */
export function nearestDue<Step extends MeasuredStep>(
  steps: readonly Step[],
  at: Viewpoint,
): NearestDue<Step> | undefined {
  const dues = steps.flatMap((step) => {
    const standing = stepStanding(step, at);
    const dueOn = standing === "done" ? undefined : firstDueDay(step);
    return dueOn === undefined ? [] : [{ step, dueOn, standing }];
  });
  return dues.reduce<NearestDue<Step> | undefined>(
    (first, one) => (first === undefined || one.dueOn < first.dueOn ? one : first),
    undefined,
  );
}

/** What goes by days or weeks and was not reported whenever it was due: how many steps, and periods of each kind. */
export type MissedRhythm = { steps: number; days: number; weeks: number };

/** Undefined where nothing of an objective that goes by days or weeks is missing. */
export function missedRhythm(steps: readonly MeasuredStep[], at: Viewpoint): MissedRhythm | undefined {
  const missing = (every: "day" | "week") =>
    steps.map((step) => (isRhythm(step.measure, every) ? missingPeriods(step, at).length : 0));
  const [days, weeks] = [missing("day"), missing("week")];
  const late = steps.filter((_, index) => days[index]! + weeks[index]! > 0).length;
  return late === 0 ? undefined : { steps: late, days: sum(days), weeks: sum(weeks) };
}

function isRhythm(measure: StepMeasure, ...every: string[]): boolean {
  return measure.kind === "periods" && (every.length > 0 ? every : ["day", "week"]).includes(measure.every);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Whether a step asks to be reported now: it is late, or due within a month. */
export function isToUpdate(due: NearestDue<unknown> | undefined, at: Viewpoint): boolean {
  if (due === undefined) return false;
  return due.standing === "late" || due.dueOn <= dayAfter(at.day, BROUGHT_UP_BEFORE);
}

function firstDueDay({ measure, reports }: MeasuredStep): Day | undefined {
  if (measure.kind === "due") return measure.dueOn;
  if (measure.kind === "continuous" || isRhythm(measure)) return undefined;
  return measure.periods.find((period) => !isReportedOn(period, reports))?.dueOn;
}
