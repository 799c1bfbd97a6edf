import { readFileSync } from "node:fs";
import type { Db } from "#db/open.ts";
import { FROM_ADOPTION } from "./examples.ts";

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

/** The links, with each action as its plan was adopted: the demonstration rewords some of them afterwards. */
export function listLoadedLinks(db: Db) {
  const adopted = db
    .selectFrom("plan_action_version")
    .select(({ fn }) => fn.min("id").as("id"))
    .groupBy("plan_action_id");
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
    .where("plan_action_version.id", "in", adopted)
    .orderBy("link.id")
    .execute();
}

/** An objective `OB-1` of 2022 held from the adoption on by some offices; the edit 1 and the offices are there. */
export async function insertObjective(
  db: Db,
  {
    id,
    offices,
    year = 2022,
    life = FROM_ADOPTION,
  }: { id: number; offices: number[]; year?: number; life?: typeof FROM_ADOPTION },
): Promise<void> {
  const unwritten = Object.fromEntries(AS_WRITTEN.map((column) => [column, null])) as Record<
    (typeof AS_WRITTEN)[number],
    null
  >;
  await db
    .insertInto("objective")
    .values({
      ...unwritten,
      ...{ id, code: `OB-${id}`, document: "PEG di prova", first_year: year, last_year: year },
      ...{ office_is_chosen: 0, source: "prova" },
    })
    .execute();
  const said = {
    title: `Obiettivo ${id}`,
    description: null,
    kind: "management",
    is_transversal: 0,
  } as const;
  await db
    .insertInto("objective_version")
    .values({ objective_id: id, ...said, weight: 1, ...life })
    .execute();
  for (const office_id of offices)
    await db
      .insertInto("objective_office")
      .values({ objective_id: id, office_id, ...life })
      .execute();
}

const AS_WRITTEN = [
  "act_as_written",
  "number_as_written",
  "mission_as_written",
  "programme_as_written",
  "project_as_written",
  "parent_title_as_written",
  "title_as_written",
  "office_as_written",
  "unit_as_written",
] as const;

/** A step of an objective with a programmato, and the reports of it that are given, in their order. */
export async function insertStep(
  db: Db,
  {
    objective,
    ordinal,
    planned,
    reports = [],
    office = null,
  }: { objective: number; ordinal: number; planned: string; reports?: string[]; office?: number | null },
): Promise<void> {
  const { id } = await db
    .insertInto("objective_step")
    .values({
      objective_id: objective,
      objective_activity_id: null,
      ordinal,
      code_as_written: null,
      heading_as_written: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const written = {
    text: `Punto ${ordinal}`,
    planned_as_written: planned,
    planned_is_shared: 0,
    weight: 1,
  } as const;
  await db
    .insertInto("objective_step_version")
    .values({ objective_step_id: id, ...written, ...FROM_ADOPTION })
    .execute();
  for (const effective_on of reports)
    await db
      .insertInto("step_report")
      .values({
        ...{ objective_step_id: id, effective_on, text: "fatto", evidence: null, progress: null },
        ...{
          covers_from_on: null,
          covers_until_on: null,
          occurrences: null,
          replaces_id: null,
          is_withdrawal: 0,
          reason: null,
        },
        ...{
          recorded_at: `${effective_on}T10:00:00.000Z`,
          author_id: "4f7c",
          author_role: "dirigente",
          author_office_id: office,
          after_sequence: 0,
        },
      })
      .execute();
}
