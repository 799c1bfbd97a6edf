import type { Day } from "#app/domain/days.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import type { EditOutcome } from "../plan-action/plan-action-edits.ts";
import { endRows, type Writing } from "../plan-action/plan-action-life.ts";
import type { AskedProcess } from "#app/domain/work-process/process-edits.ts";
import { listStandingBlockers } from "./blocker-edits.ts";
import { findLastVersion, listHeldOffices } from "./edited-process.ts";
import { insertProcessOffices, insertProcessVersion, paperOf } from "./new-process.ts";
import { recordTurns, watchLevels } from "../level/turn-records.ts";

/**
 * Records an edit of a process, or of its blockers, with all that `write` writes by it and the levels that it alters (R7), in one
 * transaction. Writes nothing when the process is not as the person saw it any more.
 */
export function recordProcessEdit(
  db: Db,
  { processId, today, isAsSeen }: { processId: number; today: Day; isAsSeen: (tx: Db) => Promise<boolean> },
  edit: Edit,
  write: (writing: Writing) => Promise<void>,
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    if (!(await isAsSeen(tx))) return { recorded: false };
    const watched = await watchLevels(tx, [processId], edit.by);
    const id = await insertEdit(tx, edit);
    await write({ tx, edit: id, inPlace: false, on: today });
    await recordTurns(tx, watched, { editId: id, effectiveOn: today });
    return { recorded: true, edit: id };
  });
}

/** Rewrites what a process is called and said to be, in one row, and its offices, each in one of its own; what stays as it was is not written. */
export async function writeProcess(
  writing: Writing,
  processId: number,
  { name, activity, risk, onPaper, offices }: AskedProcess,
): Promise<void> {
  const { id, ...before } = await findLastVersion(writing.tx, processId);
  const after = { name, activity, risk, on_paper: paperOf(onPaper) };
  const isSame = Object.entries(after).every(
    ([column, value]) => before[column as keyof typeof after] === value,
  );
  if (!isSame) {
    await endRows(writing, "work_process_version", [id]);
    await insertProcessVersion(writing, processId, after);
  }
  const held = await listHeldOffices(writing.tx, processId);
  const gone = held.filter(({ code }) => !offices.includes(code)).map((row) => row.id);
  await endRows(writing, "work_process_office", gone);
  const added = offices.filter((office) => !held.some(({ code }) => code === office));
  await insertProcessOffices(writing, processId, added);
}

/** Retires a process with its offices and its blockers. Claims and turns stay as they are written: nothing stands that they act on. */
export async function writeRetirement(writing: Writing, processId: number): Promise<void> {
  const { tx } = writing;
  const offices = await listHeldOffices(tx, processId);
  const blockers = await listStandingBlockers(tx, processId);
  await endRows(writing, "work_process_version", [(await findLastVersion(tx, processId)).id]);
  await endRows(
    writing,
    "work_process_office",
    offices.map(({ id }) => id),
  );
  await endRows(
    writing,
    "blocker_version",
    blockers.map(({ version_id }) => version_id),
  );
}
