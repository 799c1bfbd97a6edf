import type { AskedNewStep, AskedPlace, AskedStep } from "#app/domain/objective/step-edits.ts";
import type { Weighed } from "#app/domain/objective/weights.ts";
import type { Db } from "../open.ts";
import { endRows, opened, type Writing } from "../plan-action/plan-action-life.ts";
import type { EditedObjective, StandingStep } from "./edited-objective.ts";

/** Adds a step, after all those that its objective ever had, and its activity where that is new. */
export async function writeNewStep(
  writing: Writing,
  objective: EditedObjective,
  { place, ...asked }: AskedNewStep,
): Promise<void> {
  const { tx } = writing;
  const { id } = await tx
    .insertInto("objective_step")
    .values({
      objective_id: objective.id,
      objective_activity_id: await activityOf(tx, objective, place),
      ordinal: await nextOrdinal(tx, "objective_step", objective.id),
      code_as_written: null,
      heading_as_written: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertStepVersion(writing, id, { ...asked, planned_is_shared: 0 });
}

/** What a step says becomes as asked; its reports stay on it. A programmato written anew is its own, shared with no other step. */
export async function writeStep(
  writing: Writing,
  { id, version_id, planned, planned_is_shared }: StandingStep,
  asked: AskedStep,
): Promise<void> {
  await endRows(writing, "objective_step_version", [version_id]);
  const isShared = asked.planned === planned ? planned_is_shared : 0;
  await insertStepVersion(writing, id, { ...asked, planned_is_shared: isShared });
}

/** Retires a step. What was reported of it stays written. */
export function writeStepRetirement(writing: Writing, { version_id }: StandingStep): Promise<void> {
  return endRows(writing, "objective_step_version", [version_id]);
}

/** Gives steps and links other weights; the rest of what they say goes on as it was. */
export async function writeWeights(
  writing: Writing,
  { steps, links }: EditedObjective,
  changed: readonly Weighed[],
): Promise<void> {
  for (const { key, weight } of changed) {
    const step = steps.find(({ ordinal }) => key === `step-${ordinal}`);
    const link = links.find(({ id }) => key === `link-${id}`);
    if (step) await writeStep(writing, step, { text: step.text, planned: step.planned, weight });
    if (link) await writeLinkWeight(writing, link, weight);
  }
}

async function writeLinkWeight(
  writing: Writing,
  { id, version_id, rationale }: EditedObjective["links"][number],
  weight: number,
): Promise<void> {
  await endRows(writing, "objective_link_version", [version_id]);
  await writing.tx
    .insertInto("objective_link_version")
    .values({ objective_link_id: id, rationale, weight, ...opened(writing) })
    .execute();
}

async function activityOf(
  tx: Db,
  { id, activities }: EditedObjective,
  place: AskedPlace,
): Promise<number | null> {
  if (place.kind === "none") return null;
  if (place.kind === "activity") return activities.find(({ ordinal }) => ordinal === place.ordinal)!.id;
  const activity = await tx
    .insertInto("objective_activity")
    .values({
      objective_id: id,
      ordinal: await nextOrdinal(tx, "objective_activity", id),
      number_as_written: null,
      title: place.title,
      text: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return activity.id;
}

async function nextOrdinal(
  tx: Db,
  table: "objective_step" | "objective_activity",
  objectiveId: number,
): Promise<number> {
  const { last } = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max("ordinal").as("last"))
    .where("objective_id", "=", objectiveId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertStepVersion(
  writing: Writing,
  objective_step_id: number,
  { planned, ...version }: AskedStep & { planned_is_shared: 0 | 1 },
): Promise<void> {
  await writing.tx
    .insertInto("objective_step_version")
    .values({ objective_step_id, planned_as_written: planned, ...version, ...opened(writing) })
    .execute();
}

/** The steps that an edit wrote: as they are since, and their programmato before, where there was one; `isRetired`: it only closed it. */
export function listStepsOfEdit(db: Db, objectiveId: number, edit: number) {
  return db
    .selectFrom("objective_step as step")
    .leftJoin("objective_step_version as since", (join) =>
      join.onRef("since.objective_step_id", "=", "step.id").on("since.opened_by_edit_id", "=", edit),
    )
    .leftJoin("objective_step_version as before", (join) =>
      join.onRef("before.objective_step_id", "=", "step.id").on("before.closed_by_edit_id", "=", edit),
    )
    .select([
      "step.ordinal",
      "step.code_as_written",
      "since.id as since_id",
      "since.text",
      "since.planned_as_written as planned",
      "before.id as before_id",
      "before.planned_as_written as planned_before",
    ])
    .where("step.objective_id", "=", objectiveId)
    .where((where) => where.or([where("since.id", "is not", null), where("before.id", "is not", null)]))
    .orderBy("step.ordinal")
    .execute();
}
