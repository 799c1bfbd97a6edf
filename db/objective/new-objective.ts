import type { Day } from "#app/domain/days.ts";
import type { AskedNewObjective } from "#app/domain/objective/objective-edits.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import type { EditOutcome } from "../plan-action/plan-action-edits.ts";
import type { Writing } from "../plan-action/plan-action-life.ts";
import { type EditedObjective, findEditedObjective, findLastObjectiveEdit } from "./edited-objective.ts";
import { insertObjectiveOffices, insertObjectiveVersion } from "./objective-edits.ts";
import { insertStepVersion } from "./step-edits.ts";

export type NewObjective = AskedNewObjective & { code: string; source: string };

/** The objective whose steps are copied, as the person saw it. */
export type Copied = Pick<EditedObjective, "id" | "activities" | "steps" | "lastEdit">;

/**
 * Adds an objective, held from today, with the steps of another where it is made from one. Writes nothing where its code was taken
 * meanwhile, or the other is not as it was seen.
 */
export function recordNewObjective(
  db: Db,
  { objective, copied }: { objective: NewObjective; copied: Copied | undefined },
  { today, ...edit }: Edit & { today: Day },
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    if (await findEditedObjective(tx, objective.code)) return { recorded: false };
    if (copied && (await findLastObjectiveEdit(tx, copied.id)) !== copied.lastEdit)
      return { recorded: false };
    const writing: Writing = { tx, edit: await insertEdit(tx, edit), inPlace: false, on: today };
    const id = await insertObjective(writing, objective);
    if (copied) await copySteps(writing, id, copied);
    return { recorded: true, edit: writing.edit };
  });
}

async function insertObjective(writing: Writing, objective: NewObjective): Promise<number> {
  const { code, document, firstYear, lastYear, number, title, source, offices } = objective;
  const { id } = await writing.tx
    .insertInto("objective")
    .values({
      code,
      document,
      first_year: firstYear,
      last_year: lastYear,
      number_as_written: number,
      title_as_written: title,
      office_is_chosen: 0,
      source,
      ...NOT_SAID,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertObjectiveVersion(writing, id, objective);
  await insertObjectiveOffices(writing, id, offices);
  return id;
}

/** What only a document that was read says. */
const NOT_SAID = {
  act_as_written: null,
  mission_as_written: null,
  programme_as_written: null,
  project_as_written: null,
  parent_title_as_written: null,
  office_as_written: null,
  unit_as_written: null,
} as const;

/** Activities and steps as they are, words and weights; of the activities only those that still have a step. */
async function copySteps(
  writing: Writing,
  objective_id: number,
  { activities, steps }: Copied,
): Promise<void> {
  const { tx } = writing;
  const made = new Map<number | null, number | null>([[null, null]]);
  const kept = activities.filter(({ ordinal }) => steps.some(({ activity }) => activity === ordinal));
  for (const [index, activity] of kept.entries()) {
    const { number_as_written, title, text } = activity;
    const { id } = await tx
      .insertInto("objective_activity")
      .values({ objective_id, ordinal: index + 1, number_as_written, title, text })
      .returning("id")
      .executeTakeFirstOrThrow();
    made.set(activity.ordinal, id);
  }
  for (const [index, step] of steps.entries()) {
    const { code_as_written, heading_as_written, text, planned, planned_is_shared, weight } = step;
    const objective_activity_id = made.get(step.activity) ?? null;
    const { id } = await tx
      .insertInto("objective_step")
      .values({
        ...{ objective_id, objective_activity_id, ordinal: index + 1 },
        ...{ code_as_written, heading_as_written },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await insertStepVersion(writing, id, { text, planned, planned_is_shared, weight });
  }
}
