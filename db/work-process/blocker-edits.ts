import type { AskedBlocker } from "#app/domain/work-process/blocker-edits.ts";
import type { Db } from "../open.ts";
import { endRows, opened, type Writing } from "../plan-action/plan-action-life.ts";

export type StandingBlocker = Awaited<ReturnType<typeof listStandingBlockers>>[number];

/** The blockers of a process that were not retired, in order, as they are now. */
export function listStandingBlockers(db: Db, processId: number) {
  return db
    .selectFrom("blocker")
    .innerJoin("blocker_version as version", "version.blocker_id", "blocker.id")
    .select([
      "blocker.id",
      "blocker.ordinal",
      "version.id as version_id",
      "version.kind",
      "version.subkind",
      "version.extent",
      "version.basis",
      "version.removability",
      "version.note",
    ])
    .where("blocker.work_process_id", "=", processId)
    .where("version.held_until_on", "is", null)
    .orderBy("blocker.ordinal")
    .execute();
}

/** The row that says what a blocker is; undefined where it was retired. */
export async function findStandingBlockerVersion(db: Db, blockerId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom("blocker_version")
    .select("id")
    .where("blocker_id", "=", blockerId)
    .where("held_until_on", "is", null)
    .executeTakeFirst();
  return row?.id;
}

/** True for a blocker that there was and that was retired, by itself or with its process. */
export async function isRetiredBlocker(db: Db, process: string, ordinal: number): Promise<boolean> {
  const row = await db
    .selectFrom("blocker")
    .innerJoin("work_process", "work_process.id", "blocker.work_process_id")
    .select("blocker.id")
    .where("work_process.code", "=", process)
    .where("blocker.ordinal", "=", ordinal)
    .executeTakeFirst();
  return row !== undefined && (await findStandingBlockerVersion(db, row.id)) === undefined;
}

/** Adds a blocker, after all those that its process ever had. */
export async function writeNewBlocker(
  writing: Writing,
  work_process_id: number,
  asked: AskedBlocker,
): Promise<void> {
  const { tx } = writing;
  const { last } = await tx
    .selectFrom("blocker")
    .select((eb) => eb.fn.max("ordinal").as("last"))
    .where("work_process_id", "=", work_process_id)
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto("blocker")
    .values({ work_process_id, ordinal: (last ?? 0) + 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertBlockerVersion(writing, id, asked);
}

/** What is understood of a blocker becomes as asked; its claims stay on it. */
export async function writeBlocker(
  writing: Writing,
  { id, version_id }: StandingBlocker,
  asked: AskedBlocker,
): Promise<void> {
  await endRows(writing, "blocker_version", [version_id]);
  await insertBlockerVersion(writing, id, asked);
}

/** Retires a blocker. Its claims stay as they are written: nothing stands that they act on. */
export function writeBlockerRetirement(writing: Writing, { version_id }: StandingBlocker): Promise<void> {
  return endRows(writing, "blocker_version", [version_id]);
}

async function insertBlockerVersion(
  writing: Writing,
  blocker_id: number,
  { kind, subkind, extent, basis, removability, note }: AskedBlocker,
): Promise<void> {
  await writing.tx
    .insertInto("blocker_version")
    .values({ blocker_id, kind, subkind, extent, basis, removability, note, ...opened(writing) })
    .execute();
}
