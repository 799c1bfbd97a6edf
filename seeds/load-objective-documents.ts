import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { LoadedObjective } from "./load-objectives.ts";
import { OBJECTIVE_DISCREPANCY, PRIORITY } from "./objective-rows.ts";
import { failAt, readRows, type SeedFiles } from "./read-rows.ts";

const DISCREPANCIES = "obiettivi-discordanze.csv";

/** Where the documents do not agree with themselves on objectives; without one where it is of a whole document. */
export async function loadObjectiveDiscrepancies(
  tx: Db,
  files: SeedFiles,
  objectives: Map<string, LoadedObjective>,
): Promise<void> {
  const idOf = (code: string, line: number) =>
    objectives.get(code)?.id ?? failAt(DISCREPANCIES, line, "obiettivo", `«${code}» non c'è`);
  await insertMany(
    tx,
    "objective_discrepancy",
    readRows(files, DISCREPANCIES, OBJECTIVE_DISCREPANCY).map(({ line, obiettivo, dettaglio, fonte }) => ({
      objective_id: obiettivo === null ? null : idOf(obiettivo, line),
      detail: dettaglio,
      source: fonte,
    })),
  );
}

/** The priorities that a document puts before its objectives, in its order. */
export async function loadPriorities(tx: Db, files: SeedFiles): Promise<void> {
  await insertMany(
    tx,
    "objective_priority",
    readRows(files, "priorita.csv", PRIORITY).map(({ documento, ambito, testo }, index) => ({
      document: documento,
      ordinal: index + 1,
      area: ambito,
      text: testo,
    })),
  );
}
