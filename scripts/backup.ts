import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "#db/open.ts";
import { databasePath } from "#db/path.ts";
import { isStarted, missingDatabase, refuse } from "./command-line.ts";
import { copyDatabase } from "./database-copies.ts";

const USAGE = "Si usa così: npm run backup -- --to CARTELLA";

/** The folder that the command was given, or undefined when it was not given one. */
export function folderOf(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { to: { type: "string" } } }).values.to;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const folder = folderOf(process.argv.slice(2));
  const path = databasePath();
  if (!folder) return refuse(USAGE);
  if (!existsSync(path)) return refuse(missingDatabase(path));
  const database = openDatabase(path);
  const copy = await copyDatabase(database, folder, new Date().toISOString());
  database.sqlite.close();
  if (!copy.ok) return refuse(copy.sentence);
  console.log([`Copia fatta e verificata: ${copy.path}`, ...copy.report.slice(1)].join("\n"));
}

if (isStarted(import.meta.url)) await main();
