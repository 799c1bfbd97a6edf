import type { ToldActivity, ToldStep } from "#app/components/objective/steps-table.tsx";
import type { ToldReport } from "#app/components/objective/step-reports.tsx";
import type { Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { ObjectiveOnDay, StepOnDay, WrittenReport } from "#app/domain/objective/objectives-on-day.ts";
import { periodsCounted } from "#app/domain/objective/reported-periods.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { coveredBy } from "#app/domain/objective/step-reports.ts";
import { stepStanding } from "#app/domain/objective/step-standing.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";
import {
  coveredWords,
  occurrencesWords,
  stepStandingWords,
  stepDoneWords,
  termsWords,
} from "#app/term-sentences.ts";

/** The steps of an objective as its page tells them, under the activity that each is a point of; those of no activity first. */
export function toldActivities({ activities, steps }: ObjectiveOnDay, at: Viewpoint): ToldActivity[] {
  const byActivity = groupBy(steps, (step) => step.objective_activity_id);
  const told = (id: number | null) => (byActivity.get(id) ?? []).map((step) => toldStep(step, at));
  const alone = { id: null, number: null, title: null, text: null, steps: told(null) };
  const named = activities.map(({ id, number_as_written, title, text }) => ({
    id,
    number: number_as_written,
    title,
    text,
    steps: told(id),
  }));
  return [alone, ...named].filter((one) => one.steps.length > 0);
}

function toldStep(step: StepOnDay, at: Viewpoint): ToldStep {
  const standing = stepStanding(step, at);
  return {
    ordinal: step.ordinal,
    name: stepName(step),
    heading: step.heading_as_written,
    text: step.text,
    planned: step.planned_as_written,
    isShared: step.planned_is_shared === 1,
    isUnread: step.isUnread,
    weight: step.weight,
    terms: termsWords(step),
    standing,
    standingWords: stepStandingWords(step, standing, at),
    done: stepDoneWords(step, at) ?? (step.reports.length > 0 ? occurrencesWords(step.reports) : null),
    reports: step.reports
      .map((report) => ({ ...toldReport(report), isPart: isPartOf(report, step) }))
      .reverse(),
  };
}

function isPartOf(report: WrittenReport, { measure }: StepOnDay): boolean {
  return periodsCounted(coveredBy(report), measure).isPart;
}

/** A report as pages tell it: who by role and office, never by name. */
export function toldReport(report: WrittenReport): ToldReport {
  return {
    id: report.id,
    on: report.effective_on,
    text: report.text,
    evidence: report.evidence === null ? null : (JSON.parse(report.evidence) as Evidence),
    progress: report.progress,
    covered: coveredWords(report),
    occurrences: report.occurrences,
    role: report.author_role,
    office: report.author_office,
  };
}
