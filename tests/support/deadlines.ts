import type { Day } from "#app/domain/days.ts";
import type { Deadline } from "#app/domain/deadline/deadlines.ts";
import type { ObjectiveOnDay, StepOnDay, WrittenReport } from "#app/domain/objective/objectives-on-day.ts";
import { measureOf } from "#app/domain/objective/step-measures.ts";
import type { Term } from "#app/domain/objective/terms.ts";

/** An objective of 2024 with some steps, of Settore 3. */
export function anObjective(
  steps: StepOnDay[],
  { year = 2024, offices = ["settore-3"] }: { year?: number; offices?: string[] } = {},
): ObjectiveOnDay {
  return {
    id: 1,
    code: "PEG-7",
    document: "002",
    act_as_written: null,
    first_year: year,
    last_year: year,
    number_as_written: "7",
    mission_as_written: null,
    programme_as_written: null,
    project_as_written: null,
    parent_title_as_written: null,
    title_as_written: null,
    office_as_written: null,
    unit_as_written: null,
    office_is_chosen: 0,
    source: "documento 002",
    title: "Trasparenza",
    description: null,
    kind: "management",
    is_transversal: 0,
    weight: 1,
    offices: offices.map((code) => ({ code, name: code })),
    activities: [],
    steps,
    links: [],
    figures: { declared: null, validated: null },
    progress: { addends: [], weight: 0, done: 0, expected: 0, percent: null, expectedPercent: null },
  };
}

/** A step of an objective of a year, with the terms of its programmato. */
export function aStepOnDay(
  ordinal: number,
  terms: Term[],
  { year = 2024, reports = [] }: { year?: number; reports?: WrittenReport[] } = {},
): StepOnDay {
  return {
    id: 100 + ordinal,
    objective_id: 1,
    objective_activity_id: null,
    ordinal,
    code_as_written: null,
    heading_as_written: null,
    text: `Punto ${ordinal}`,
    planned_as_written: terms.map(({ asWritten }) => asWritten).join(" "),
    planned_is_shared: 0,
    weight: 1,
    terms,
    isUnread: false,
    measure: measureOf(terms, { firstYear: year, lastYear: year }),
    reports,
  };
}

export function aReportOn(effective_on: Day, progress: number | null = null): WrittenReport {
  return {
    id: 1,
    objective_step_id: 1,
    effective_on,
    text: "fatto",
    evidence: null,
    progress,
    covers_from_on: null,
    covers_until_on: null,
    occurrences: null,
    replaces_id: null,
    is_withdrawal: 0,
    recorded_at: `${effective_on}T10:00:00.000Z`,
    author_role: "dirigente",
    author_office: "Settore 3",
  } as WrittenReport;
}

/** A term of a day: by it, or from it on. */
export function aDayTerm(kind: "due" | "from", on: Day): Term {
  const [year, month, day] = on.split("-").map(Number);
  return { kind, on: { year: year!, month: month!, day: day!, precision: "day" }, asWritten: on };
}

export function every(every: "day" | "week" | "month"): Term {
  return { kind: "recurrence", every, asWritten: every };
}

/** What a deadline says, without what it is of. */
export function briefly({ id, day, form, standing, isLate }: Deadline): string {
  return [id, form === "from" ? `dal ${day}` : day, standing, ...(isLate ? ["late"] : [])].join(" ");
}
