import { readFileSync } from "node:fs";
import type { Db } from "#db/open.ts";

/** The letters of a document of `sources`, without the breaks of its lines and pages: what a text of the seeds has to be a piece of. */
export function lettersOfDocument(file: string): string {
  const text = readFileSync(new URL(`./sources/${file}`, import.meta.url), "utf8");
  return lettersOf(text.replace(/^\s*\d+\s*$/gm, ""));
}

/** A text without blanks and hyphens, which documents put and leave out at the end of a line. */
export function lettersOf(text: string): string {
  return text.replace(/[\s-]+/g, "");
}

export function listLoadedObjectives(db: Db) {
  return db
    .selectFrom("objective")
    .innerJoin("objective_version as version", "version.objective_id", "objective.id")
    .selectAll("objective")
    .select(["version.title", "version.description", "version.kind", "version.is_transversal"])
    .select(["version.held_from_on", "version.weight"])
    .orderBy("objective.id")
    .execute();
}

export function listLoadedActivities(db: Db) {
  return db
    .selectFrom("objective_activity as activity")
    .innerJoin("objective", "objective.id", "activity.objective_id")
    .selectAll("activity")
    .select("objective.code as objective")
    .orderBy("activity.id")
    .execute();
}

export function listLoadedPoints(db: Db) {
  return db
    .selectFrom("objective_step as step")
    .innerJoin("objective_step_version as version", "version.objective_step_id", "step.id")
    .innerJoin("objective", "objective.id", "step.objective_id")
    .innerJoin("objective_activity as activity", "activity.id", "step.objective_activity_id")
    .selectAll("step")
    .select(["objective.code as objective", "activity.ordinal as activity"])
    .select(["version.text", "version.planned_as_written as planned"])
    .select(["version.planned_is_shared as is_shared", "version.weight", "version.held_from_on"])
    .orderBy("step.id")
    .execute();
}

export function listLoadedObjectiveOffices(db: Db) {
  return db
    .selectFrom("objective_office")
    .innerJoin("objective", "objective.id", "objective_office.objective_id")
    .innerJoin("office", "office.id", "objective_office.office_id")
    .select(["objective.code as objective", "office.code as office", "objective.office_is_chosen"])
    .orderBy("objective_office.id")
    .execute();
}

export function listLoadedLinks(db: Db) {
  return db
    .selectFrom("objective_link as link")
    .innerJoin("objective_link_version as version", "version.objective_link_id", "link.id")
    .innerJoin("objective", "objective.id", "link.objective_id")
    .innerJoin("objective_version", "objective_version.objective_id", "objective.id")
    .innerJoin("plan_action", "plan_action.id", "link.plan_action_id")
    .innerJoin("plan_action_version", "plan_action_version.plan_action_id", "plan_action.id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["objective.code as objective", "objective_version.title as objectiveTitle"])
    .select(["plan.code as plan", "plan_action.code as action", "plan_action_version.title as actionTitle"])
    .select(["link.action_year_id", "version.rationale", "version.held_from_on"])
    .orderBy("link.id")
    .execute();
}
