import { insertEdit } from "#db/edits.ts";
import type { Db } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import { insertMany } from "#db/insert-many.ts";
import { loadBlockers, type LoadedProcess } from "./load-blockers.ts";
import { loadClaims } from "./load-claims.ts";
import type { Organisation } from "./load-organisation.ts";
import type { AdoptedBy } from "./load-plans.ts";
import { loadTeams } from "./load-teams.ts";
import { ATTRIBUTION, PROCESS_MAP } from "./process-rows.ts";
import { type ProcessRow, READ_PROCESSES } from "./read-processes.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";

const ATTRIBUTIONS = "attribuzioni-dimostrative.csv";

/** When the maps are entered: on the day that the plan of their claims is adopted. */
const LOADED_AT = "2021-05-04T10:10:00.000Z";

type MapContext = { offices: Map<string, number[]>; life: Life };

/**
 * The process maps of documents 000, 003 and 001, each holding from the day that it describes: their processes with the offices that the
 * demonstration gives them, the teams, the blockers, and what the plan is proposed to take away.
 */
export async function loadProcessMaps(
  tx: Db,
  files: SeedFiles,
  { organisation, by }: { organisation: Organisation; by: AdoptedBy },
): Promise<void> {
  const opened_by_edit_id = await insertEdit(tx, {
    by: { ...by, at: LOADED_AT },
    reason: "catalogo caricato dalla dimostrazione",
    act: null,
  });
  const processes = new Map<string, LoadedProcess>();
  for (const map of readRows(files, "mappe.csv", PROCESS_MAP)) {
    const life = {
      held_from_on: map.osservata_il,
      held_until_on: null,
      opened_by_edit_id,
      closed_by_edit_id: null,
    };
    const rows = READ_PROCESSES[map.codice](files);
    const mapId = await insertMap(tx, map);
    const ids = await insertProcesses(tx, rows, mapId, map.osservata_il);
    await insertWhatIsUnderstood(tx, rows, ids, {
      offices: officesOf(files, map.codice, rows, organisation),
      life,
    });
    await loadTeams(tx, files, map.codice, mapId);
    for (const row of rows) processes.set(row.code, { ...row, id: ids.get(row.code)!, life });
  }
  await loadClaims(tx, files, await loadBlockers(tx, files, processes), by);
}

async function insertMap(tx: Db, row: Read<(typeof PROCESS_MAP)["_output"]>): Promise<number> {
  const map = await tx
    .insertInto("process_map")
    .values({
      code: row.codice,
      title: row.titolo,
      observed_on: row.osservata_il,
      observed_on_is_assumed: row.giorno_scelto === "si" ? 1 : 0,
      source: row.fonte,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return map.id;
}

/** The processes as the map writes them. Their ids, by code. */
async function insertProcesses(
  tx: Db,
  rows: ProcessRow[],
  process_map_id: number,
  observed_on: string,
): Promise<Map<string, number>> {
  const seen = new Set<string>();
  for (const { file, line, code } of rows)
    if (seen.size === seen.add(code).size) failAt(file, line, "codice", `«${code}» c'è due volte`);
  await insertMany(
    tx,
    "work_process",
    rows.map((row, index) => ({
      process_map_id,
      code: row.code,
      ordinal: index + 1,
      observed_on,
      written: row.written,
      level_as_written: row.levelAsWritten,
      as_written: JSON.stringify(row.asWritten),
      source_section: row.section,
      source_row: row.row,
    })),
  );
  const inserted = await tx
    .selectFrom("work_process")
    .select(["id", "code"])
    .where("process_map_id", "=", process_map_id)
    .execute();
  return new Map(inserted.map(({ id, code }) => [code, id]));
}

async function insertWhatIsUnderstood(
  tx: Db,
  rows: ProcessRow[],
  ids: Map<string, number>,
  { offices, life }: MapContext,
): Promise<void> {
  const each = <Row>(of: (row: ProcessRow) => Row[]) =>
    rows.flatMap((row) => of(row).map((one) => ({ work_process_id: ids.get(row.code)!, ...one })));
  const named = (names: string[]) => names.map((name, index) => ({ ordinal: index + 1, name }));

  await insertMany(
    tx,
    "work_process_version",
    each(({ name, activity, risk, onPaper }) => [{ name, activity, risk, on_paper: onPaper, ...life }]),
  );
  await insertMany(
    tx,
    "work_process_office",
    each(({ heldBy }) =>
      [...new Set(heldBy.flatMap((name) => offices.get(name)!))].map((office_id) => ({ office_id, ...life })),
    ),
  );
  await insertMany(
    tx,
    "work_process_area",
    each(({ areas }) => named(areas)),
  );
  await insertMany(
    tx,
    "work_process_team",
    each(({ teams }) => named(teams)),
  );
  await insertMany(
    tx,
    "work_process_phase",
    each(({ phases }) => phases.map((text, index) => ({ ordinal: index + 1, text }))),
  );
  await insertMany(
    tx,
    "work_process_remark",
    each(({ remarks }) => remarks.map((remark, index) => ({ ordinal: index + 1, ...remark }))),
  );
}

/** The offices that the demonstration gives each section, team or unit of a map: each of them one at least, and none that the map does not name. */
function officesOf(
  files: SeedFiles,
  mapCode: string,
  rows: ProcessRow[],
  organisation: Organisation,
): Map<string, number[]> {
  const named = new Set(rows.flatMap(({ heldBy }) => heldBy));
  const offices = new Map<string, number[]>();
  for (const { line, nome, uffici } of readRows(files, ATTRIBUTIONS, ATTRIBUTION).filter(
    (row) => row.mappa === mapCode,
  )) {
    if (!named.has(nome)) failAt(ATTRIBUTIONS, line, "nome", `«${nome}» non è nella mappa ${mapCode}`);
    const ids = uffici.map(
      (code) =>
        organisation.offices.get(code) ?? failAt(ATTRIBUTIONS, line, "uffici", `«${code}» non è un ufficio`),
    );
    offices.set(nome, ids);
  }
  for (const { file, line, heldBy } of rows)
    for (const name of heldBy)
      if (!offices.get(name)?.length) failAt(file, line, "ufficio", `«${name}» non ha un ufficio`);
  return offices;
}
