import type { Day } from "#app/domain/days.ts";
import type { ColumnAsWritten } from "#app/domain/work-process/work-processes.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";

/** The catalogues, in order of loading, with how many processes each ever had. */
export function listProcessMaps(db: Db) {
  return db
    .selectFrom("process_map as map")
    .leftJoin("work_process", "work_process.process_map_id", "map.id")
    .select((eb) => [
      "map.id",
      "map.code",
      "map.title",
      "map.observed_on",
      "map.observed_on_is_assumed",
      "map.source",
      eb.fn.count<number>("work_process.id").as("processes"),
    ])
    .groupBy("map.id")
    .orderBy("map.id")
    .execute();
}

/** What every process that stands on a day is called and said to be, in the order of the catalogues. */
export function listWorkProcesses(db: Db, day: Day) {
  return selectWorkProcesses(db, day).orderBy("map.id").orderBy("work_process.ordinal").execute();
}

/** One process, by code, as it stands on a day; undefined where it does not. */
export function findWorkProcess(db: Db, code: string, day: Day) {
  return selectWorkProcesses(db, day).where("work_process.code", "=", code).executeTakeFirst();
}

function selectWorkProcesses(db: Db, day: Day) {
  return db
    .selectFrom("work_process")
    .innerJoin("process_map as map", "map.id", "work_process.process_map_id")
    .innerJoin("work_process_version as version", (join) =>
      join.onRef("version.work_process_id", "=", "work_process.id").on(heldOn("version", day)),
    )
    .select([
      "work_process.id",
      "work_process.code",
      "work_process.written",
      "work_process.level_as_written",
      "work_process.observed_on",
      "map.code as map",
      "map.title as map_title",
      "version.name",
      "version.activity",
      "version.risk",
      "version.on_paper",
    ]);
}

/** The offices that each process was given to on a day, in the order of the organisation: those of all, or of one. */
export function listProcessOffices(db: Db, day: Day, processId?: number) {
  return db
    .selectFrom("work_process_office as row")
    .innerJoin("office", "office.id", "row.office_id")
    .select(["row.work_process_id", "office.code", "office.name"])
    .where(heldOn("row", day))
    .$if(processId !== undefined, (query) => query.where("row.work_process_id", "=", processId!))
    .orderBy("row.work_process_id")
    .orderBy("office.id")
    .execute();
}

/** The areas, sections or units that the maps put each process in, as written. */
export function listProcessAreas(db: Db, processId?: number) {
  return db
    .selectFrom("work_process_area")
    .select(["work_process_id", "name"])
    .$if(processId !== undefined, (query) => query.where("work_process_id", "=", processId!))
    .orderBy("work_process_id")
    .orderBy("ordinal")
    .execute();
}

/** The names of the areas of each catalogue, in the order in which they are met. */
export function listAreaNames(db: Db) {
  return db
    .selectFrom("work_process_area as area")
    .innerJoin("work_process", "work_process.id", "area.work_process_id")
    .innerJoin("process_map as map", "map.id", "work_process.process_map_id")
    .select(["map.code as map", "area.name"])
    .groupBy(["map.id", "area.name"])
    .orderBy("map.id")
    .orderBy((eb) => eb.fn.min("work_process.ordinal"))
    .execute();
}

/**
 * The people of the teams of each process, where a source counts them: one row for a process and a team of it that the table of
 * teams knows. Figures under 4 people are not kept (R11).
 */
export function listProcessPeople(db: Db) {
  return db
    .selectFrom("work_process_team as named")
    .innerJoin("work_process", "work_process.id", "named.work_process_id")
    .innerJoin("team_name_in_map as called", "called.name", "named.name")
    .innerJoin("team", (join) =>
      join
        .onRef("team.id", "=", "called.team_id")
        .onRef("team.process_map_id", "=", "work_process.process_map_id"),
    )
    .select(["named.work_process_id", "team.id as team_id", "team.name as team", "team.employees"])
    .distinct()
    .where("team.employees", "is not", null)
    .$narrowType<{ employees: number }>()
    .orderBy("named.work_process_id")
    .orderBy("team.id")
    .execute();
}

/** All that the map says of one process, as written, and what was noted of how it was read. */
export async function findWorkProcessSource(db: Db, id: number) {
  const row = await db
    .selectFrom("work_process")
    .innerJoin("process_map as map", "map.id", "work_process.process_map_id")
    .select(["as_written", "source_section", "source_row", "map.source", "map.observed_on_is_assumed"])
    .where("work_process.id", "=", id)
    .executeTakeFirstOrThrow();
  const remarks = await db
    .selectFrom("work_process_remark")
    .select(["kind", "detail"])
    .where("work_process_id", "=", id)
    .orderBy("ordinal")
    .execute();
  const teams = await db
    .selectFrom("work_process_team")
    .select("name")
    .where("work_process_id", "=", id)
    .orderBy("ordinal")
    .execute();
  const phases = await db
    .selectFrom("work_process_phase")
    .select("text")
    .where("work_process_id", "=", id)
    .orderBy("ordinal")
    .execute();
  return {
    ...row,
    as_written: JSON.parse(row.as_written) as ColumnAsWritten[],
    teams: teams.map(({ name }) => name),
    phases: phases.map(({ text }) => text),
    remarks,
  };
}
