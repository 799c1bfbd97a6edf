import type { Db } from "#db/open.ts";
import { insertMany } from "#db/insert-many.ts";
import { TEAM } from "./process-rows.ts";
import { failAt, readRows, type SeedFiles } from "./read-rows.ts";

const FILE = "squadre.csv";

/** The tables of teams of a map, and what its processes call each team; a name that no process of the map uses stops the load. */
export async function loadTeams(
  tx: Db,
  files: SeedFiles,
  mapCode: string,
  process_map_id: number,
): Promise<void> {
  const rows = readRows(files, FILE, TEAM).filter((row) => row.mappa === mapCode);
  const known = await namesInMap(tx, process_map_id);
  for (const row of rows) {
    const stray = row.nomi_nei_processi.find((name) => !known.has(name));
    if (stray !== undefined)
      failAt(FILE, row.line, "nomi_nei_processi", `«${stray}» non è una squadra della mappa`);
    const { id: team_id } = await tx
      .insertInto("team")
      .values({
        process_map_id,
        source_table: row.tabella,
        ordinal: row.ordine,
        area: row.area,
        service: row.servizio,
        name: row.squadra,
        level_as_written: row.livello,
        days_as_written: row.giorni,
        employees: row.dipendenti,
        agile_workers: row.lavoratori_agili,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await insertMany(
      tx,
      "team_name_in_map",
      row.nomi_nei_processi.map((name) => ({ team_id, name })),
    );
  }
}

async function namesInMap(tx: Db, processMapId: number): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("work_process_team as team")
    .innerJoin("work_process", "work_process.id", "team.work_process_id")
    .select("team.name")
    .distinct()
    .where("work_process.process_map_id", "=", processMapId)
    .execute();
  return new Set(rows.map(({ name }) => name));
}
