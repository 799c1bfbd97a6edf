import { writtenLevel } from "#app/domain/level/levels.ts";
import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import { SHIPPED_FILES } from "#seeds/load.ts";
import { BLOCKER } from "#seeds/process-rows.ts";
import { type ProcessRow, READ_PROCESSES } from "#seeds/read-processes.ts";
import { type Read, readRows } from "#seeds/read-rows.ts";
import type { MapSize } from "./made-up-map.ts";

export type BlockerRow = Read<(typeof BLOCKER)["_output"]>;

/** A row of a real map, and the first of its blockers, where it has one. */
type Shape = { row: ProcessRow; first: BlockerRow | undefined };

export type MadeUpProcess = { id: number; code: string; shape: Shape; isTurning: boolean };

/** One process in so many is SI as written; in the real maps it is five in eight: fewer here, so that there are blockers enough. */
const ONE_IS_FREE_IN = 4;

/** The processes of one map, with what is understood of them. */
export async function insertProcesses(tx: Db, size: MapSize, life: Life): Promise<MadeUpProcess[]> {
  const observed_on = life.held_from_on;
  const { id: process_map_id } = await tx
    .insertInto("process_map")
    .values({
      code: "misure",
      title: "Mappa inventata per le misure",
      observed_on,
      observed_on_is_assumed: 1,
      source: "inventata per le misure",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const processes = madeUpProcesses(size);
  await insertMany(
    tx,
    "work_process",
    processes.map(({ id, code, shape: { row } }) => ({
      ...{ id, process_map_id, code, ordinal: id, observed_on, written: row.written },
      level_as_written: row.levelAsWritten,
      as_written: JSON.stringify(row.asWritten),
      source_section: row.section,
      source_row: row.row,
    })),
  );
  await insertWhatIsUnderstood(tx, processes, life);
  return processes;
}

/** The first ones below SI are those that turn; of the others each has the shape of the next real row of its kind. */
function madeUpProcesses({ processes, turning }: MapSize): MadeUpProcess[] {
  const shapes = realShapes();
  const taken = { free: 0, turning: 0, blocked: 0 };
  return Array.from({ length: processes }, (_, index) => {
    const isFree = index % ONE_IS_FREE_IN === ONE_IS_FREE_IN - 1;
    const kind = isFree ? "free" : taken.turning < turning ? "turning" : "blocked";
    const shape = shapes[kind][taken[kind]++ % shapes[kind].length]!;
    const code = `MIS-${String(index + 1).padStart(4, "0")}`;
    return { id: index + 1, code, shape, isTurning: kind === "turning" };
  });
}

/** The rows of the three maps: those SI, those below, and of these the ones NO because of a blocker that an action may take away. */
function realShapes(): Record<"free" | "turning" | "blocked", Shape[]> {
  const blockers = readRows(SHIPPED_FILES, "blocchi.csv", BLOCKER).filter(({ ordine }) => ordine === 1);
  const firsts = new Map(blockers.map((row) => [row.processo, row]));
  const rows = Object.values(READ_PROCESSES).flatMap((read) => read(SHIPPED_FILES));
  const shapes = rows.map((row) => ({ row, first: firsts.get(row.code) }));
  const blocked = shapes.filter(({ first }) => first !== undefined);
  return {
    free: shapes.filter(({ first }) => first === undefined),
    turning: blocked.filter(
      ({ row, first }) => writtenLevel(row.written) === "no" && first!.rimovibilita !== "structural",
    ),
    blocked,
  };
}

async function insertWhatIsUnderstood(tx: Db, processes: MadeUpProcess[], life: Life): Promise<void> {
  const offices = await tx.selectFrom("office").select("id").orderBy("id").execute();
  const each = <Row>(of: (row: ProcessRow) => Row[]) =>
    processes.flatMap(({ id, shape }) =>
      of(shape.row).map((one, index) => ({ work_process_id: id, ordinal: index + 1, one })),
    );
  const named = (of: (row: ProcessRow) => string[]) =>
    each(of).map(({ one, ...row }) => ({ ...row, name: one }));
  await insertMany(
    tx,
    "work_process_version",
    processes.map(({ id, shape: { row } }) => ({
      ...{ work_process_id: id, name: row.name, activity: row.activity, risk: row.risk },
      on_paper: row.onPaper,
      ...life,
    })),
  );
  await insertMany(
    tx,
    "work_process_office",
    processes.map(({ id }) => ({
      work_process_id: id,
      office_id: offices[id % offices.length]!.id,
      ...life,
    })),
  );
  await insertMany(
    tx,
    "work_process_area",
    named((row) => row.areas),
  );
  await insertMany(
    tx,
    "work_process_team",
    named((row) => row.teams),
  );
  await insertMany(
    tx,
    "work_process_phase",
    each((row) => row.phases).map(({ one, ...row }) => ({ ...row, text: one })),
  );
  await insertMany(
    tx,
    "work_process_remark",
    each((row) => row.remarks).map(({ one, ...row }) => ({ ...row, ...one })),
  );
}
