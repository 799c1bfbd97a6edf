import type { Day } from "#app/domain/days.ts";
import type { AskedBlocker } from "#app/domain/work-process/blocker-edits.ts";
import type { AskedNewProcess } from "#app/domain/work-process/process-edits.ts";
import type { ColumnAsWritten } from "#app/domain/work-process/work-processes.ts";
import { type Edit, insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import type { EditOutcome } from "../plan-action/plan-action-edits.ts";
import { opened, type Writing } from "../plan-action/plan-action-life.ts";
import type { Schema } from "../schema.ts";
import { writeNewBlocker } from "./blocker-edits.ts";
import { findEditedProcess } from "./edited-process.ts";

/** A process to add, as decided; `asWritten`, `levelAsWritten`: its source text, as that of a map. `map`: the catalogue, made where it is not there. */
export type NewProcess = Omit<AskedNewProcess, "blocker"> & {
  blockers: readonly AskedBlocker[];
  asWritten: readonly ColumnAsWritten[];
  levelAsWritten: string;
  map: { code: string; title: string; source: string };
};

/** Adds a process, which holds from the day that it describes, as those of a map do. Writes nothing where its code was taken meanwhile. */
export function recordNewProcess(
  db: Db,
  process: NewProcess,
  { today, ...edit }: Edit & { today: Day },
): Promise<EditOutcome> {
  return inWriteTransaction(db, async (tx) => {
    if (await findEditedProcess(tx, process.code)) return { recorded: false };
    const mapId = await findOrInsertMap(tx, { ...process.map, today });
    const id = await insertEdit(tx, edit);
    await insertProcess({ tx, edit: id, inPlace: false, on: process.observedOn }, mapId, process);
    return { recorded: true, edit: id };
  });
}

async function insertProcess(writing: Writing, process_map_id: number, process: NewProcess): Promise<void> {
  const { tx } = writing;
  const { code, written, observedOn, area, name, activity, risk, onPaper, offices } = process;
  const { last } = await tx
    .selectFrom("work_process")
    .select((eb) => eb.fn.max("ordinal").as("last"))
    .where("process_map_id", "=", process_map_id)
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto("work_process")
    .values({
      process_map_id,
      code,
      ordinal: (last ?? 0) + 1,
      observed_on: observedOn,
      written,
      level_as_written: process.levelAsWritten,
      as_written: JSON.stringify(process.asWritten),
      source_section: null,
      source_row: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertProcessVersion(writing, id, { name, activity, risk, on_paper: paperOf(onPaper) });
  await insertProcessOffices(writing, id, offices);
  if (area !== null)
    await tx
      .insertInto("work_process_area")
      .values({ work_process_id: id, ordinal: 1, name: area })
      .execute();
  for (const blocker of process.blockers) await writeNewBlocker(writing, id, blocker);
}

type Version = Pick<Schema["work_process_version"], "name" | "activity" | "risk" | "on_paper">;

export async function insertProcessVersion(
  writing: Writing,
  work_process_id: number,
  version: Version,
): Promise<void> {
  await writing.tx
    .insertInto("work_process_version")
    .values({ work_process_id, ...version, ...opened(writing) })
    .execute();
}

export async function insertProcessOffices(
  writing: Writing,
  work_process_id: number,
  codes: readonly string[],
): Promise<void> {
  const offices = await writing.tx
    .selectFrom("office")
    .select("id")
    .where("code", "in", ["", ...codes])
    .execute();
  for (const { id } of offices)
    await writing.tx
      .insertInto("work_process_office")
      .values({ work_process_id, office_id: id, ...opened(writing) })
      .execute();
}

async function findOrInsertMap(
  tx: Db,
  { today, ...map }: { code: string; title: string; source: string; today: Day },
): Promise<number> {
  const found = await tx
    .selectFrom("process_map")
    .select("id")
    .where("code", "=", map.code)
    .executeTakeFirst();
  if (found) return found.id;
  const { id } = await tx
    .insertInto("process_map")
    .values({ ...map, observed_on: today, observed_on_is_assumed: 0 })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export function paperOf(onPaper: boolean | null): 0 | 1 | null {
  return onPaper === null ? null : onPaper ? 1 : 0;
}
