import { isDueOver, type Viewpoint } from "../days.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { type Span, spansYear } from "./objectives.ts";
import { periodsReported } from "./reported-periods.ts";
import type { StepMeasure } from "./step-measures.ts";
import { declaredOf, type ReportFact } from "./step-reports.ts";

/** A part of a whole: 1 of 12 months, 60 of 100. */
export type Share = { parts: number; of: number };

/** One thing that an objective's progress is made of (R9), with what was expected of it by the day looked at. */
export type Addend = {
  kind: "step" | "action-year";
  id: number;
  weight: number;
  done: Share;
  expected: Share;
};

/**
 * The progress of an objective (R9): Σ weight · value / Σ weight over its addends. `percent` and `expectedPercent` are null where nothing can be
 * measured: that is "non misurabile", not 0 %.
 */
export type ObjectiveProgress = {
  addends: Addend[];
  weight: number;
  done: number;
  expected: number;
  percent: number | null;
  expectedPercent: number | null;
};

export type MeasuredStep = {
  id: number;
  weight: number;
  measure: StepMeasure;
  reports: readonly ReportFact[];
};
export type LinkedYear = Pick<
  ActionYearState,
  "id" | "planActionId" | "year" | "status" | "progress" | "dueOn"
>;
/** A link to an action, or to one of its annualità alone. */
export type MeasuredLink = { planActionId: number; actionYearId: number | null; weight: number };

/**
 * What the steps and the links of an objective come to on a day. Steps without a measure count nothing; of the annualità only those of the objective's
 * years, each once, cancelled out, rescheduled in with the progress that they had.
 */
export function objectiveProgress(
  {
    span,
    steps,
    links,
    years,
  }: {
    span: Span;
    steps: readonly MeasuredStep[];
    links: readonly MeasuredLink[];
    years: readonly LinkedYear[];
  },
  at: Viewpoint,
): ObjectiveProgress {
  const ofSteps = steps.flatMap((step) => stepAddend(step, at) ?? []);
  const ofYears = countedYears(span, links, years).map(({ year, weight }) => yearAddend(year, weight, at));
  return summed([...ofSteps, ...ofYears]);
}

function summed(addends: Addend[]): ObjectiveProgress {
  const weight = sum(addends.map((one) => one.weight));
  const done = sum(addends.map((one) => one.weight * valueOf(one.done)));
  const expected = sum(addends.map((one) => one.weight * valueOf(one.expected)));
  return {
    addends,
    weight,
    done,
    expected,
    percent: percentOf(done, weight),
    expectedPercent: percentOf(expected, weight),
  };
}

/** What a step adds, or nothing where it has no measure: due by a day, 0, 1 or its declared %; with periods, those reported of all. */
export function stepAddend(
  { id, weight, measure, reports }: MeasuredStep,
  at: Viewpoint,
): Addend | undefined {
  if (measure.kind === "continuous") return undefined;
  if (measure.kind === "due") {
    const expected = isDueOver(measure.dueOn, at) ? 100 : 0;
    return {
      kind: "step",
      id,
      weight,
      done: { parts: declaredOf(reports), of: 100 },
      expected: { parts: expected, of: 100 },
    };
  }
  const reported = periodsReported(measure, reports);
  const due = measure.periods.filter((one) => isDueOver(one.dueOn, at));
  const of = measure.periods.length;
  return {
    kind: "step",
    id,
    weight,
    done: { parts: reported.length, of },
    expected: { parts: due.length, of },
  };
}

/** An annualità linked by itself counts with that link's weight, also where its whole action is linked too. */
function countedYears(span: Span, links: readonly MeasuredLink[], years: readonly LinkedYear[]) {
  const byYear = new Map(links.map((link) => [link.actionYearId, link]));
  const byAction = new Map(
    links.filter((one) => one.actionYearId === null).map((link) => [link.planActionId, link]),
  );
  return years.flatMap((year) => {
    const link = byYear.get(year.id) ?? byAction.get(year.planActionId);
    const counts = link !== undefined && spansYear(span, year.year) && year.status !== "cancelled";
    return counts ? [{ year, weight: link.weight }] : [];
  });
}

function yearAddend(year: LinkedYear, weight: number, at: Viewpoint): Addend {
  const expected = isDueOver(year.dueOn, at) ? 100 : 0;
  return {
    kind: "action-year",
    id: year.id,
    weight,
    done: { parts: year.progress, of: 100 },
    expected: { parts: expected, of: 100 },
  };
}

function valueOf({ parts, of }: Share): number {
  return of === 0 ? 0 : parts / of;
}

/** Whole percents; never 100 before all is done, nor 0 once something is. */
export function percentOf(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  const percent = Math.round((part / whole) * 100);
  if (percent >= 100 && part < whole - 1e-9) return 99;
  return percent <= 0 && part > 1e-9 ? 1 : percent;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
