import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { dataExport } from "#app/export/data-export.server.ts";
import { DATA_EXPORT, type DataExport } from "#app/export/data-format.ts";
import { type Day, isDay, type Viewpoint, viewpointOf } from "#app/domain/days.ts";
import { formatDay } from "#app/format.ts";
import { hasTables } from "#db/export-facts.ts";
import { schemaOf } from "#db/migrate.ts";
import { databasePath } from "#db/path.ts";
import { emptyDatabase, isStarted, missingDatabase, otherVersion, refuse } from "./command-line.ts";

const USAGE = "Si usa così: npm run --silent data:export -- --al 2022-12-31 (senza --al: oggi).";

/** What Node's `parseArgs` refuses, by its code. */
const REFUSED_ARGUMENT: Record<string, string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "C’è un’opzione che non conosco",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "Dopo --al manca il giorno",
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "C’è un valore senza la sua opzione",
};

/** The day that the command was asked for, as typed. */
export function readArguments(
  args: string[],
): { ok: true; asked: string | undefined } | { ok: false; sentence: string } {
  try {
    return { ok: true, asked: parseArgs({ args, options: { al: { type: "string" } } }).values.al };
  } catch (error) {
    const refusal = REFUSED_ARGUMENT[(error as { code?: string }).code ?? ""];
    if (refusal === undefined) throw error;
    return { ok: false, sentence: `${refusal}. ${USAGE}` };
  }
}

/** From where the plans are looked at (R4): now, or the end of a past day. */
export function readViewpoint(
  asked: string | undefined,
  today: Day,
): { ok: true; at: Viewpoint } | { ok: false; sentence: string } {
  if (!isDay(today))
    return { ok: false, sentence: `ROTTA_OGGI=${today} non è un giorno: scrivilo come 2026-10-15.` };
  if (asked !== undefined && !isDay(asked))
    return { ok: false, sentence: `Il giorno «${asked}» non esiste: scrivilo come 2022-12-31.` };
  if (asked !== undefined && asked > today)
    return {
      ok: false,
      sentence: `Il giorno ${formatDay(asked)} è nel futuro: oggi è il ${formatDay(today)}.`,
    };
  return { ok: true, at: viewpointOf(asked, today) };
}

/** The document as it is written: checked against its format, keys in the order of the format, the same bytes for the same data. */
export function textOf(data: DataExport): string {
  return `${JSON.stringify(DATA_EXPORT.parse(data), null, 2)}\n`;
}

/** The clock opens the database, and a database is made where there is none: both wait until the file is known to be there. */
async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2));
  if (!read.ok) return refuse(read.sentence);
  const path = databasePath();
  if (!existsSync(path)) return refuse(missingDatabase(path));
  const { connection, db } = await import("#db/connection.server.ts");
  if (!(await hasTables(db))) return refuse(emptyDatabase(path));
  const schema = schemaOf(connection.sqlite);
  if (!schema.ok || schema.pending.length > 0) return refuse(otherVersion(path, schema));
  const { today } = await import("#app/clock.server.ts");
  const viewpoint = readViewpoint(read.asked, today());
  if (!viewpoint.ok) return refuse(viewpoint.sentence);
  process.stdout.on("error", stopUnlessNobodyReads);
  process.stdout.write(textOf(await dataExport(db, viewpoint.at)));
}

/** Who reads may stop reading (`| head`): that is no error. A full disk is. */
function stopUnlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

if (isStarted(import.meta.url)) await main();
