import { sql } from "kysely";
import type { Db } from "../open.ts";
import { listStandingBlockers } from "./blocker-edits.ts";

export type EditedProcess = NonNullable<Awaited<ReturnType<typeof findEditedProcess>>>;

/**
 * A process as it was last written, whether it stands or was retired, with its offices, its standing blockers and the last edit of any
 * of them: what two windows are told apart by. Undefined where no process ever had the code.
 */
export async function findEditedProcess(db: Db, code: string) {
  const process = await db
    .selectFrom("work_process")
    .select(["id", "code", "written", "level_as_written", "observed_on", "as_written"])
    .where("code", "=", code)
    .executeTakeFirst();
  if (!process) return undefined;
  const { name, activity, risk, on_paper, held_until_on } = await findLastVersion(db, process.id);
  return {
    ...process,
    name,
    activity,
    risk,
    onPaper: on_paper === null ? null : on_paper === 1,
    retiredOn: held_until_on,
    offices: await listHeldOffices(db, process.id),
    blockers: await listStandingBlockers(db, process.id),
    retiredOrdinals: await listRetiredOrdinals(db, process.id),
    lastEdit: await findLastEdit(db, process.id),
  };
}

/** Every code that a process has, or ever had. */
export async function listProcessCodes(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("work_process").select("code").execute();
  return rows.map(({ code }) => code);
}

/** What a process was last called and said to be; `held_until_on`: since when it is retired. */
export function findLastVersion(db: Db, processId: number) {
  return db
    .selectFrom("work_process_version")
    .select(["id", "name", "activity", "risk", "on_paper", "held_until_on"])
    .where("work_process_id", "=", processId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
}

/** The offices that a process has, in the order of the organisation. */
export function listHeldOffices(db: Db, processId: number) {
  return db
    .selectFrom("work_process_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["row.id", "office.code", "office.name"])
    .where("row.work_process_id", "=", processId)
    .where("row.held_until_on", "is", null)
    .orderBy("office.id")
    .execute();
}

/** The numbers of the blockers that a process had, and were retired. */
async function listRetiredOrdinals(db: Db, processId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("blocker")
    .select("ordinal")
    .where("work_process_id", "=", processId)
    .where("id", "not in", (standing) =>
      standing.selectFrom("blocker_version").select("blocker_id").where("held_until_on", "is", null),
    )
    .execute();
  return rows.map(({ ordinal }) => ordinal);
}

/** The highest edit that opened or closed any row of a process or of its blockers. */
export async function findLastEdit(db: Db, processId: number): Promise<number> {
  const { rows } = await sql<{ edit: number }>`
    select max(max(opened_by_edit_id, coalesce(closed_by_edit_id, 0))) as edit from (
      select opened_by_edit_id, closed_by_edit_id from work_process_version where work_process_id = ${processId}
      union all
      select opened_by_edit_id, closed_by_edit_id from work_process_office where work_process_id = ${processId}
      union all
      select opened_by_edit_id, closed_by_edit_id from blocker_version
        where blocker_id in (select id from blocker where work_process_id = ${processId})
    )`.execute(db);
  return rows[0]!.edit;
}
