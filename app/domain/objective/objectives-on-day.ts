import type { Day, Viewpoint } from "../days.ts";
import { groupBy } from "../grouping.ts";
import { type Held, heldOn } from "../life.ts";
import type { Role } from "../permissions.ts";
import { type LinkedYear, objectiveProgress, type ObjectiveProgress } from "./objective-progress.ts";
import { type FigureKind, type ObjectiveKind, type Span, spanOf } from "./objectives.ts";
import { understood } from "./planned.ts";
import { inForce } from "./put-right.ts";
import type { StepMeasure } from "./step-measures.ts";
import { type ReportFact, reportsInForce } from "./step-reports.ts";
import type { Term } from "./terms.ts";

/** What the database knows of objectives, with all their lives; the shapes are those of `listObjectiveFacts`. */
export type ObjectiveFacts = {
  objectives: (ObjectiveFact & Held)[];
  offices: ({ objective_id: number; code: string; name: string } & Held)[];
  activities: ActivityFact[];
  steps: (StepFact & Held)[];
  reports: WrittenReport[];
  links: (LinkFact & Held)[];
  figures: FigureFact[];
};

export type ObjectiveFact = {
  id: number;
  code: string;
  document: string;
  act_as_written: string | null;
  first_year: number;
  last_year: number;
  number_as_written: string | null;
  mission_as_written: string | null;
  programme_as_written: string | null;
  project_as_written: string | null;
  parent_title_as_written: string | null;
  title_as_written: string | null;
  office_as_written: string | null;
  unit_as_written: string | null;
  office_is_chosen: 0 | 1;
  source: string;
  title: string;
  description: string | null;
  kind: ObjectiveKind;
  is_transversal: 0 | 1;
  weight: number;
};

type ActivityFact = {
  id: number;
  objective_id: number;
  ordinal: number;
  number_as_written: string | null;
  title: string | null;
  /** What the document says of it beside its title. */
  text: string | null;
};
type StepFact = {
  id: number;
  objective_id: number;
  objective_activity_id: number | null;
  ordinal: number;
  code_as_written: string | null;
  heading_as_written: string | null;
  text: string;
  planned_as_written: string | null;
  planned_is_shared: 0 | 1;
  weight: number;
};
type LinkFact = {
  id: number;
  objective_id: number;
  plan_action_id: number;
  action_year_id: number | null;
  plan: string;
  action: string;
  year: number | null;
  rationale: string;
  weight: number;
};
export type WrittenReport = ReportFact & {
  reason: string | null;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  author_office_code: string | null;
};
export type FigureFact = {
  id: number;
  objective_id: number;
  kind: FigureKind;
  percent: number | null;
  effective_on: Day;
  reason: string;
  act_organ: string | null;
  act_number: string | null;
  act_on: Day | null;
  replaces_id: number | null;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
};

/** A step on a day: what was planned, as written and as read, how it is measured, and the reports that count. */
export type StepOnDay = StepFact & {
  terms: Term[];
  /** Of its programmato nothing, or not every day, was understood. */
  isUnread: boolean;
  measure: StepMeasure;
  reports: WrittenReport[];
};

export type ObjectiveOnDay = ObjectiveFact & {
  offices: { code: string; name: string }[];
  activities: ActivityFact[];
  steps: StepOnDay[];
  links: LinkFact[];
  figures: Record<FigureKind, FigureFact | null>;
  progress: ObjectiveProgress;
};

/** The objectives that hold on a day (R4), each with what follows from its steps and from the annualità that it rests on (R9). */
export function objectivesOn(
  facts: ObjectiveFacts,
  years: readonly LinkedYear[],
  at: Viewpoint,
): ObjectiveOnDay[] {
  const of = {
    offices: groupBy(heldOn(facts.offices, at.day), (one) => one.objective_id),
    activities: groupBy(facts.activities, (one) => one.objective_id),
    steps: groupBy(heldOn(facts.steps, at.day), (one) => one.objective_id),
    reports: groupBy(facts.reports, (one) => one.objective_step_id),
    links: groupBy(heldOn(facts.links, at.day), (one) => one.objective_id),
    figures: groupBy(facts.figures, (one) => one.objective_id),
    years: groupBy(years, (one) => one.planActionId),
  };
  return heldOn(facts.objectives, at.day).map((objective) => {
    const span = spanOf(objective);
    const steps = (of.steps.get(objective.id) ?? []).map((step) =>
      stepOnDay(step, { span, reports: of.reports.get(step.id) ?? [], at }),
    );
    const links = of.links.get(objective.id) ?? [];
    const actions = [...new Set(links.map((link) => link.plan_action_id))];
    const measuredLinks = links.map((link) => ({
      planActionId: link.plan_action_id,
      actionYearId: link.action_year_id,
      weight: link.weight,
    }));
    const linkedYears = actions.flatMap((id) => of.years.get(id) ?? []);
    return {
      ...objective,
      offices: (of.offices.get(objective.id) ?? []).map(({ code, name }) => ({ code, name })),
      activities: of.activities.get(objective.id) ?? [],
      steps,
      links,
      figures: figuresOn(of.figures.get(objective.id) ?? [], at.day),
      progress: objectiveProgress({ span, steps, links: measuredLinks, years: linkedYears }, at),
    };
  });
}

function stepOnDay(
  step: StepFact,
  { span, reports, at }: { span: Span; reports: WrittenReport[]; at: Viewpoint },
): StepOnDay {
  return {
    ...step,
    ...understood(step.planned_as_written, span),
    reports: reportsInForce(reports, at.day),
  };
}

/** The last figure of each kind on a day, of those that nothing replaced; one without a percentage takes back what was said before. */
function figuresOn(figures: readonly FigureFact[], day: Day): ObjectiveOnDay["figures"] {
  const last = (kind: FigureKind) => {
    const figure = inForce(figures, day).findLast((one) => one.kind === kind);
    return figure === undefined || figure.percent === null ? null : figure;
  };
  return { declared: last("declared"), validated: last("validated") };
}
