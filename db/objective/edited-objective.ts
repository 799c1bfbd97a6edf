import { sql, type SqlBool } from "kysely";
import type { Db } from "../open.ts";

export type EditedObjective = NonNullable<Awaited<ReturnType<typeof findEditedObjective>>>;
export type StandingStep = EditedObjective["steps"][number];

/**
 * An objective as it was last written, with its offices, its activities, the steps and links that stand and the last edit of any of them:
 * what two windows are told apart by. Undefined where none has the code.
 */
export async function findEditedObjective(db: Db, code: string) {
  const objective = await db
    .selectFrom("objective")
    .select(["id", "code", "document", "number_as_written", "first_year", "last_year"])
    .where(sql<SqlBool>`code = ${code} collate nocase`)
    .executeTakeFirst();
  if (!objective) return undefined;
  return {
    ...objective,
    ...(await findLastObjectiveVersion(db, objective.id)),
    offices: await listObjectiveOffices(db, objective.id),
    activities: await listActivities(db, objective.id),
    steps: await listStandingSteps(db, objective.id),
    retiredOrdinals: await listRetiredStepOrdinals(db, objective.id),
    links: await listStandingLinks(db, objective.id),
    lastEdit: await findLastObjectiveEdit(db, objective.id),
  };
}

/** Codes, titles and documents of every objective, whichever day it is of. */
export function listKnownObjectives(db: Db) {
  return db
    .selectFrom("objective")
    .innerJoin("objective_version as version", "version.objective_id", "objective.id")
    .select(["objective.code", "objective.document", "version.title"])
    .where("version.held_until_on", "is", null)
    .orderBy("objective.first_year", "desc")
    .orderBy("objective.id")
    .execute();
}

/** What an objective is now called and said to be. */
export function findLastObjectiveVersion(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_version")
    .select(["id as version_id", "title", "description", "kind", "is_transversal", "weight"])
    .where("objective_id", "=", objectiveId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
}

/** The offices that an objective has, in the order of the organisation; `id`: of the row that gives it to them. */
export function listObjectiveOffices(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["row.id", "office.code", "office.name"])
    .where("row.objective_id", "=", objectiveId)
    .where("row.held_until_on", "is", null)
    .orderBy("office.id")
    .execute();
}

function listActivities(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_activity")
    .selectAll()
    .where("objective_id", "=", objectiveId)
    .orderBy("ordinal")
    .execute();
}

function listStandingSteps(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_step as step")
    .innerJoin("objective_step_version as version", "version.objective_step_id", "step.id")
    .leftJoin("objective_activity as activity", "activity.id", "step.objective_activity_id")
    .select([
      "step.id",
      "step.ordinal",
      "step.code_as_written",
      "step.heading_as_written",
      "activity.ordinal as activity",
      "version.id as version_id",
      "version.text",
      "version.planned_as_written as planned",
      "version.planned_is_shared",
      "version.weight",
    ])
    .where("step.objective_id", "=", objectiveId)
    .where("version.held_until_on", "is", null)
    .orderBy("step.ordinal")
    .execute();
}

/** The numbers of the steps that an objective had, and were retired. */
async function listRetiredStepOrdinals(db: Db, objectiveId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("objective_step")
    .select("ordinal")
    .where("objective_id", "=", objectiveId)
    .where("id", "not in", (standing) =>
      standing
        .selectFrom("objective_step_version")
        .select("objective_step_id")
        .where("held_until_on", "is", null),
    )
    .execute();
  return rows.map(({ ordinal }) => ordinal);
}

function listStandingLinks(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_link as link")
    .innerJoin("objective_link_version as version", "version.objective_link_id", "link.id")
    .innerJoin("plan_action", "plan_action.id", "link.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("action_year", "action_year.id", "link.action_year_id")
    .select([
      "link.id",
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
      "version.id as version_id",
      "version.rationale",
      "version.weight",
    ])
    .where("link.objective_id", "=", objectiveId)
    .where("version.held_until_on", "is", null)
    .orderBy("plan.first_year")
    .orderBy("plan_action.ordinal")
    .orderBy("action_year.year")
    .execute();
}

/** The highest edit that opened or closed any row of an objective, of its steps, its indicators or its links. */
export async function findLastObjectiveEdit(db: Db, objectiveId: number): Promise<number> {
  return (await listObjectiveEditIds(db, objectiveId)).at(-1)!;
}

/** The edits that opened or closed any row of an objective, of its steps, its indicators or its links, in order of recording. */
export async function listObjectiveEditIds(db: Db, objectiveId: number): Promise<number[]> {
  const { rows } = await sql<{ edit: number }>`
    with life as (
      select opened_by_edit_id, closed_by_edit_id from objective_version where objective_id = ${objectiveId}
      union all
      select opened_by_edit_id, closed_by_edit_id from objective_office where objective_id = ${objectiveId}
      union all
      select opened_by_edit_id, closed_by_edit_id from objective_step_version
        where objective_step_id in (select id from objective_step where objective_id = ${objectiveId})
      union all
      select opened_by_edit_id, closed_by_edit_id from objective_indicator_version
        where objective_indicator_id in (select id from objective_indicator where objective_id = ${objectiveId})
      union all
      select opened_by_edit_id, closed_by_edit_id from objective_link_version
        where objective_link_id in (select id from objective_link where objective_id = ${objectiveId})
    )
    select opened_by_edit_id as edit from life
    union
    select closed_by_edit_id from life where closed_by_edit_id is not null
    order by edit`.execute(db);
  return rows.map(({ edit }) => edit);
}
