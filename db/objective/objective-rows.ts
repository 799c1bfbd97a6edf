import type { ObjectiveRows } from "#app/domain/objective/objective-history.ts";
import type { Db } from "../open.ts";

/** Every row of one objective that edits open and close, those that held once included: what its history of edits is told from. */
export async function listObjectiveRows(db: Db, objectiveId: number): Promise<ObjectiveRows> {
  return {
    versions: await listVersions(db, objectiveId),
    offices: await listOffices(db, objectiveId),
    steps: await listSteps(db, objectiveId),
    indicators: await listIndicators(db, objectiveId),
    links: await listLinks(db, objectiveId),
  };
}

function listVersions(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_version as row")
    .select(["objective_id as of", "held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"])
    .select(["title", "description", "kind", "is_transversal", "weight"])
    .where("objective_id", "=", objectiveId)
    .orderBy("id")
    .execute();
}

function listOffices(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["office_id as of", "held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"])
    .select("office.name")
    .where("objective_id", "=", objectiveId)
    .orderBy("row.id")
    .execute();
}

function listSteps(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_step_version as row")
    .innerJoin("objective_step as step", "step.id", "row.objective_step_id")
    .select(["step.id as of", "held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"])
    .select(["step.ordinal", "step.code_as_written"])
    .select(["row.text", "planned_as_written", "weight"])
    .where("step.objective_id", "=", objectiveId)
    .orderBy("row.id")
    .execute();
}

function listIndicators(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_indicator_version as row")
    .innerJoin("objective_indicator as indicator", "indicator.id", "row.objective_indicator_id")
    .select(["indicator.id as of", "held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"])
    .select(["name", "unit", "start_value", "target_value", "direction"])
    .where("indicator.objective_id", "=", objectiveId)
    .orderBy("row.id")
    .execute();
}

function listLinks(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_link_version as row")
    .innerJoin("objective_link as link", "link.id", "row.objective_link_id")
    .innerJoin("plan_action", "plan_action.id", "link.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year", "action_year.id", "link.action_year_id")
    .select(["link.id as of", "held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"])
    .select(["plan.code as plan", "plan_action.code as action", "action_year.year", "rationale", "weight"])
    .where("link.objective_id", "=", objectiveId)
    .orderBy("row.id")
    .execute();
}
