import { type Removability, removabilityOf, writtenExtent } from "#app/domain/level/blockers.ts";
import type { Written } from "#app/domain/level/levels.ts";
import { EXTENT_CODE, REMOVABILITY_CODE } from "#app/domain/work-process/process-codes.ts";
import type { Db } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import { insertMany } from "#db/insert-many.ts";
import { BLOCKER } from "./process-rows.ts";
import { failAt, type Read, readRows, type SeedFiles } from "./read-rows.ts";

const FILE = "blocchi.csv";

/** A process that is loaded: where it stands in its file, and the life that it begins with. */
export type LoadedProcess = { id: number; file: string; line: number; written: Written; life: Life };

/** A blocker that is loaded. */
export type LoadedBlocker = { id: number; removability: Removability };

type BlockerRow = Read<(typeof BLOCKER)["_output"]>;

/** The blockers of the processes, first and then the others, by process and ordinal as "FVG-TEC-088/1"; R7's table is asked of each. */
export async function loadBlockers(
  tx: Db,
  files: SeedFiles,
  processes: Map<string, LoadedProcess>,
): Promise<Map<string, LoadedBlocker>> {
  const rows = readRows(files, FILE, BLOCKER);
  const of = (row: BlockerRow) =>
    processes.get(row.processo) ?? failAt(FILE, row.line, "processo", `«${row.processo}» non è un processo`);
  checkOrdinals(rows);
  for (const row of rows) checkAgainstTheTable(row, of(row).written);
  checkNoneIsMissing(rows, processes);

  await insertMany(
    tx,
    "blocker",
    rows.map((row) => ({ work_process_id: of(row).id, ordinal: row.ordine })),
  );
  const inserted = await tx.selectFrom("blocker").selectAll().execute();
  const ids = new Map(
    inserted.map(({ id, work_process_id, ordinal }) => [`${work_process_id}/${ordinal}`, id]),
  );
  const idOf = (row: BlockerRow) => ids.get(`${of(row).id}/${row.ordine}`)!;
  await insertMany(
    tx,
    "blocker_version",
    rows.map((row) => ({
      blocker_id: idOf(row),
      kind: row.tipo,
      subkind: row.sottotipo,
      extent: row.estensione,
      basis: row.base,
      removability: row.rimovibilita,
      note: row.nota,
      ...of(row).life,
    })),
  );
  return new Map(
    rows.map((row) => [`${row.processo}/${row.ordine}`, { id: idOf(row), removability: row.rimovibilita }]),
  );
}

/** 1, 2, … for each process, in the order of the file. */
function checkOrdinals(rows: BlockerRow[]): void {
  const last = new Map<string, number>();
  for (const { processo, ordine, line } of rows) {
    const due = (last.get(processo) ?? 0) + 1;
    if (ordine !== due) failAt(FILE, line, "ordine", `il blocco di ${processo} dovrebbe essere il ${due}`);
    last.set(processo, ordine);
  }
}

function checkAgainstTheTable(row: BlockerRow, written: Written): void {
  const extent = writtenExtent(written, row.ordine);
  if (extent === undefined)
    failAt(FILE, row.line, "processo", `${row.processo} è scritto SI: non ha blocchi`);
  if (row.estensione !== extent) failAt(FILE, row.line, "estensione", `per R7 è «${EXTENT_CODE[extent]}»`);
  const removability = written === "outsourced" ? "structural" : removabilityOf(row.tipo);
  if ((row.ordine > 1 || written === "outsourced") && row.rimovibilita !== removability)
    failAt(FILE, row.line, "rimovibilita", `per R7 è «${REMOVABILITY_CODE[removability]}»`);
}

/** Below SI there is always a reason, `unspecified` where the map does not say it (R7). */
function checkNoneIsMissing(rows: BlockerRow[], processes: Map<string, LoadedProcess>): void {
  const blocked = new Set(rows.map(({ processo }) => processo));
  for (const [code, { file, line, written }] of processes)
    if (writtenExtent(written, 1) !== undefined && !blocked.has(code))
      failAt(file, line, "livello", `${code} non ha blocchi in ${FILE}`);
}
