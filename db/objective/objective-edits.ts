import type { Day } from "#app/domain/days.ts";
import type { AskedObjective } from "#app/domain/objective/objective-edits.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import type { EditOutcome } from "../plan-action/plan-action-edits.ts";
import { endRows, opened, type Writing } from "../plan-action/plan-action-life.ts";
import { findLastObjectiveEdit, findLastObjectiveVersion, listObjectiveOffices } from "./edited-objective.ts";

/**
 * Records an edit of an objective, or of what hangs on it, with all that `write` writes by it, in one transaction. Writes nothing when
 * another edit came after the one that the person saw.
 */
export function recordObjectiveEdit(
  db: Db,
  { objectiveId, expected, today }: { objectiveId: number; expected: number; today: Day },
  edit: Edit,
  write: (writing: Writing) => Promise<void>,
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    if ((await findLastObjectiveEdit(tx, objectiveId)) !== expected) return { recorded: false };
    const id = await insertEdit(tx, edit);
    await write({ tx, edit: id, inPlace: false, on: today });
    return { recorded: true, edit: id };
  });
}

/** Rewrites what an objective says, in one row, and its offices, each in one of its own; what stays as it was is not written. */
export async function writeObjective(
  writing: Writing,
  objectiveId: number,
  asked: AskedObjective,
): Promise<void> {
  const { version_id, ...before } = await findLastObjectiveVersion(writing.tx, objectiveId);
  const after = versionOf(asked);
  const isSame = Object.entries(after).every(
    ([column, value]) => before[column as keyof typeof after] === value,
  );
  if (!isSame) {
    await endRows(writing, "objective_version", [version_id]);
    await insertObjectiveVersion(writing, objectiveId, asked);
  }
  const held = await listObjectiveOffices(writing.tx, objectiveId);
  const gone = held.filter(({ code }) => !asked.offices.includes(code)).map(({ id }) => id);
  await endRows(writing, "objective_office", gone);
  const added = asked.offices.filter((office) => !held.some(({ code }) => code === office));
  await insertObjectiveOffices(writing, objectiveId, added);
}

export async function insertObjectiveVersion(
  writing: Writing,
  objective_id: number,
  asked: AskedObjective,
): Promise<void> {
  await writing.tx
    .insertInto("objective_version")
    .values({ objective_id, ...versionOf(asked), ...opened(writing) })
    .execute();
}

export async function insertObjectiveOffices(
  writing: Writing,
  objective_id: number,
  codes: readonly string[],
): Promise<void> {
  const offices = await writing.tx
    .selectFrom("office")
    .select("id")
    .where("code", "in", ["", ...codes])
    .execute();
  for (const { id } of offices)
    await writing.tx
      .insertInto("objective_office")
      .values({ objective_id, office_id: id, ...opened(writing) })
      .execute();
}

function versionOf({ title, description, kind, isTransversal, weight }: AskedObjective) {
  return { title, description, kind, is_transversal: isTransversal ? 1 : 0, weight } as const;
}
