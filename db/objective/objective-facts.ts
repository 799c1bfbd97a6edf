import type { ObjectiveFacts } from "#app/domain/objective/objectives-on-day.ts";
import type { Db } from "../open.ts";

/**
 * Every objective with all the rows of its life, its steps, their reports, its links and figures (R9): one query a kind of row. What holds on a day, and
 * what follows from it, is told from these.
 */
export async function listObjectiveFacts(db: Db): Promise<ObjectiveFacts> {
  return {
    objectives: await listObjectives(db),
    offices: await listOffices(db),
    activities: await db
      .selectFrom("objective_activity")
      .selectAll()
      .orderBy("objective_id")
      .orderBy("ordinal")
      .execute(),
    steps: await listSteps(db),
    reports: await listReports(db),
    links: await listLinks(db),
    figures: await listFigures(db),
  };
}

function listObjectives(db: Db) {
  return db
    .selectFrom("objective")
    .innerJoin("objective_version as version", "version.objective_id", "objective.id")
    .selectAll("objective")
    .select([
      "version.title",
      "version.description",
      "version.kind",
      "version.is_transversal",
      "version.weight",
      "version.held_from_on",
      "version.held_until_on",
    ])
    .orderBy("objective.first_year", "desc")
    .orderBy("objective.id")
    .orderBy("version.id")
    .execute();
}

function listOffices(db: Db) {
  return db
    .selectFrom("objective_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["row.objective_id", "office.code", "office.name", "row.held_from_on", "row.held_until_on"])
    .orderBy("office.id")
    .execute();
}

function listSteps(db: Db) {
  return db
    .selectFrom("objective_step as step")
    .innerJoin("objective_step_version as version", "version.objective_step_id", "step.id")
    .selectAll("step")
    .select([
      "version.text",
      "version.planned_as_written",
      "version.planned_is_shared",
      "version.weight",
      "version.held_from_on",
      "version.held_until_on",
    ])
    .orderBy("step.objective_id")
    .orderBy("step.ordinal")
    .execute();
}

/** Of who wrote only role and office: these facts reach every reader's page. */
const WRITTEN_REPORT = [
  "report.id",
  "report.objective_step_id",
  "report.effective_on",
  "report.text",
  "report.evidence",
  "report.progress",
  "report.covers_from_on",
  "report.covers_until_on",
  "report.occurrences",
  "report.replaces_id",
  "report.is_withdrawal",
  "report.reason",
  "report.recorded_at",
  "report.author_role",
] as const;

function listReports(db: Db) {
  return db
    .selectFrom("step_report as report")
    .leftJoin("office", "office.id", "report.author_office_id")
    .select(WRITTEN_REPORT)
    .select(["office.name as author_office", "office.code as author_office_code"])
    .orderBy("report.id")
    .execute();
}

function listLinks(db: Db) {
  return db
    .selectFrom("objective_link as link")
    .innerJoin("objective_link_version as version", "version.objective_link_id", "link.id")
    .innerJoin("plan_action", "plan_action.id", "link.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year", "action_year.id", "link.action_year_id")
    .select([
      "link.id",
      "link.objective_id",
      "link.plan_action_id",
      "link.action_year_id",
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
      "version.rationale",
      "version.weight",
      "version.held_from_on",
      "version.held_until_on",
    ])
    .orderBy("plan.first_year")
    .orderBy("plan_action.ordinal")
    .orderBy("action_year.year")
    .execute();
}

const FIGURE = [
  "figure.id",
  "figure.objective_id",
  "figure.kind",
  "figure.percent",
  "figure.effective_on",
  "figure.reason",
  "figure.act_organ",
  "figure.act_number",
  "figure.act_on",
  "figure.replaces_id",
  "figure.recorded_at",
  "figure.author_role",
] as const;

function listFigures(db: Db) {
  return db
    .selectFrom("objective_figure as figure")
    .leftJoin("office", "office.id", "figure.author_office_id")
    .select(FIGURE)
    .select("office.name as author_office")
    .orderBy("figure.effective_on")
    .orderBy("figure.id")
    .execute();
}
