import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { openDatabase } from "#db/open.ts";
import { databasePath } from "#db/path.ts";
import { isStarted, refuse } from "./command-line.ts";
import { verifyCopy } from "./database-copies.ts";

const USAGE = "Si usa così: npm run restore -- COPIA.sqlite";
const COMPANIONS = ["", "-wal", "-shm"];

export type RestoreOutcome =
  { ok: true; aside: string | undefined; report: string[] } | { ok: false; sentence: string };

/**
 * Puts a copy in the place of the database. The copy is verified first, on a copy of its own; the database it replaces is
 * put aside, never deleted; nothing happens while another program has it open.
 */
export async function restoreDatabase(file: string, path: string, moment: string): Promise<RestoreOutcome> {
  if (!existsSync(file)) return { ok: false, sentence: `Il file ${file} non c’è.` };
  if (existsSync(path) && isInUse(path)) {
    return {
      ok: false,
      sentence: `La base dati ${path} è in uso: ferma Rotta e riprova. Non è stato toccato nulla.`,
    };
  }
  const candidate = `${path}.da-ripristinare`;
  copyFileSync(file, candidate);
  const verdict = await verifyCopy(candidate);
  if (!verdict.ok) {
    for (const end of COMPANIONS) rmSync(`${candidate}${end}`, { force: true });
    return { ok: false, sentence: `${verdict.sentence} La base dati non è stata toccata.` };
  }
  const aside = putAside(path, moment);
  renameSync(candidate, path);
  for (const end of COMPANIONS.slice(1)) rmSync(`${candidate}${end}`, { force: true });
  return { ok: true, aside, report: verdict.report };
}

/** Leaving the write-ahead log needs the file for oneself: SQLite refuses it while any other program has it open. */
function isInUse(path: string): boolean {
  const { sqlite } = openDatabase(path);
  try {
    sqlite.pragma("journal_mode = DELETE");
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === "SQLITE_BUSY") return true;
    throw error;
  } finally {
    sqlite.close();
  }
}

function putAside(path: string, moment: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const aside = `${path}-sostituita-${moment.replace(/[-:]/g, "").replace(/\.\d+/, "")}.sqlite`;
  for (const end of COMPANIONS)
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`);
  return aside;
}

async function main(): Promise<void> {
  const file = process.argv[2];
  if (!file) return refuse(USAGE);
  const restored = await restoreDatabase(file, databasePath(), new Date().toISOString());
  if (!restored.ok) return refuse(restored.sentence);
  console.log(`Ripristinata ${databasePath()} da ${file}.`);
  if (restored.aside) console.log(`Quella di prima è stata messa da parte: ${restored.aside}`);
  for (const sentence of restored.report.slice(1)) console.log(sentence);
}

if (isStarted(import.meta.url)) await main();
