import type { Viewpoint } from "../days.ts";
import { daysOf } from "../objective/due-days.ts";
import type { ObjectiveOnDay, StepOnDay } from "../objective/objectives-on-day.ts";
import { type Span, spanOf, spansYear, yearsOf } from "../objective/objectives.ts";
import type { ReportedPeriod } from "../objective/step-measures.ts";
import { stepName } from "../objective/step-name.ts";
import { declaredOf, isReportedOn } from "../objective/step-reports.ts";
import type { Deadline } from "./deadlines.ts";
import { type Falling, isFallingLate } from "./falling.ts";

/**
 * The deadlines of an objective's steps (R9): a due day, the days by which periods are to be reported, the days from which something is
 * to be done. What is to be reported every day or week falls on no day of its own: see `rhythmsOf`.
 */
export function stepDeadlines(objective: ObjectiveOnDay, at: Viewpoint): Deadline[] {
  return objective.steps.flatMap((step) => {
    const falls = [...dueOf(step), ...periodsOf(step), ...beginningsOf(step, spanOf(objective))];
    return falls.map(({ ofStep, ...one }) => ({
      ...one,
      kind: "step" as const,
      id: `punto-${step.id}${ofStep}`,
      isLate: isFallingLate(one, at),
      offices: objective.offices.map(({ code }) => code),
      objective: objective.code,
      ordinal: step.ordinal,
      name: stepName(step),
      step: step.text,
      planned: step.planned_as_written,
      title: objective.title,
    }));
  });
}

type Fall = Falling & { ofStep: string; period: ReportedPeriod | null };

/** Its one due day; a declared part of it leaves it open. */
function dueOf({ measure, reports }: StepOnDay): Fall[] {
  if (measure.kind !== "due") return [];
  const isDone = declaredOf(reports) === 100;
  return [{ ofStep: "", day: measure.dueOn, form: "by", standing: isDone ? "done" : "open", period: null }];
}

function periodsOf({ measure, reports }: StepOnDay): Fall[] {
  if (measure.kind !== "periods" || measure.every === "day" || measure.every === "week") return [];
  return measure.periods.map((period) => ({
    ofStep: `-${period.until}`,
    day: period.dueOn,
    form: "by",
    standing: isReportedOn(period, reports) ? "done" : "open",
    period,
  }));
}

/** "Dal 1/6": from that day on, with no day by which. */
function beginningsOf({ terms, reports }: StepOnDay, span: Span): Fall[] {
  const begins = terms.flatMap((term) => (term.kind === "from" ? [{ ...term, kind: "due" as const }] : []));
  const days = [...new Set(yearsOf(span).flatMap((year) => daysOf(begins, year)))];
  return days.map((day) => ({
    ofStep: `-dal-${day}`,
    day,
    form: "from",
    standing: reports.length > 0 ? "done" : "open",
    period: null,
  }));
}

/** A step to be reported every day or week: one line for the year, never three hundred. */
export type Rhythm = {
  objective: string;
  title: string;
  ordinal: number;
  name: string;
  step: string;
  every: "day" | "week";
  offices: readonly string[];
  periods: number;
  reported: number;
};

/** The steps of an objective that go by days or weeks, with how many periods of a year are reported. */
export function rhythmsOf(objective: ObjectiveOnDay, year: number): Rhythm[] {
  if (!spansYear(spanOf(objective), year)) return [];
  return objective.steps.flatMap((step) => {
    const { measure, reports, ordinal, text } = step;
    if (measure.kind !== "periods" || (measure.every !== "day" && measure.every !== "week")) return [];
    const periods = measure.periods.filter(({ until }) => until.startsWith(`${year}-`));
    return [
      {
        objective: objective.code,
        title: objective.title,
        ordinal,
        name: stepName(step),
        step: text,
        every: measure.every,
        offices: objective.offices.map(({ code }) => code),
        periods: periods.length,
        reported: periods.filter((period) => isReportedOn(period, reports)).length,
      },
    ];
  });
}
