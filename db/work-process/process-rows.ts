import type { ProcessRows } from "#app/domain/work-process/process-history.ts";
import type { Db } from "../open.ts";

const LIFE = ["held_from_on", "held_until_on", "opened_by_edit_id", "closed_by_edit_id"] as const;

/** Every row of one process that edits open and close, those that held once included: what its history of edits is told from. */
export async function listProcessRows(db: Db, processId: number): Promise<ProcessRows> {
  return {
    versions: await db
      .selectFrom("work_process_version")
      .select(LIFE)
      .where("work_process_id", "=", processId)
      .orderBy("id")
      .execute(),
    offices: await db
      .selectFrom("work_process_office")
      .select(LIFE)
      .where("work_process_id", "=", processId)
      .orderBy("id")
      .execute(),
    blockers: await db
      .selectFrom("blocker_version as version")
      .innerJoin("blocker", "blocker.id", "version.blocker_id")
      .select(LIFE)
      .select(["version.blocker_id", "blocker.ordinal", "version.kind"])
      .where("blocker.work_process_id", "=", processId)
      .orderBy("version.id")
      .execute(),
  };
}
