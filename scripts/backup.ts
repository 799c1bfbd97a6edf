import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copiesToDrop, copyName } from "#app/domain/copies.ts";
import { count, formatNumber } from "#app/format.ts";
import { openAlone, openDatabase } from "#db/open.ts";
import { databasePath } from "#db/path.ts";
import { isStarted, missingDatabase, refuse } from "./command-line.ts";
import { DAMAGED } from "./data-verify.ts";
import { faultOf, flush } from "./files.ts";
import { verifyCopy } from "./verify-copy.ts";

const USAGE =
  "Si usa così: npm run backup -- --to CARTELLA (con --conserva toglie dalla cartella le copie vecchie).";

/** What a copy is called until it is known to be whole. */
const UNFINISHED = /^rotta-.*\.sqlite\.parziale(-journal|-wal|-shm)?$/;

/** After so long, in milliseconds, an unfinished copy is nobody's any more. */
const ABANDONED = 3_600_000;

/** As many pages as SQLite counts: the whole file in one go, so that whoever writes meanwhile does not make it begin again. */
const ALL_PAGES = 0x7fffffff;

/** How long a copy waits for a database that somebody else keeps locked, in milliseconds. */
const LONGEST_WAIT = 30_000;

type Asked = { folder: string; keeps: boolean };
type Refused = { ok: false; sentence: string };
export type BackupOutcome = { ok: true; path: string; sentences: string[] } | Refused;

export function readArguments(args: string[]): ({ ok: true } & Asked) | Refused {
  const options = { to: { type: "string" }, conserva: { type: "boolean" } } as const;
  try {
    const { to, conserva = false } = parseArgs({ args, options }).values;
    if (!to) return { ok: false, sentence: `Manca la cartella della copia. ${USAGE}` };
    return { ok: true, folder: to, keeps: conserva };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) throw error;
    return { ok: false, sentence: `Un’opzione è sconosciuta o incompleta. ${USAGE}` };
  }
}

/**
 * Copies the database while others write to it, opens the copy, verifies it, and only then gives it its name
 * (`rotta-2026-11-21-030000.sqlite`). Otherwise a sentence, and nothing half left.
 */
export async function backUp(source: string, { folder, keeps }: Asked, now: string): Promise<BackupOutcome> {
  if (!existsSync(source)) return { ok: false, sentence: missingDatabase(source) };
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return {
      ok: false,
      sentence: `La cartella ${folder} non c’è: creala, poi ripeti. La copia non è stata fatta.`,
    };
  const path = join(folder, copyName(now));
  const unfinished = `${path}.parziale`;
  try {
    dropAbandoned(folder, Date.parse(now));
    if (existsSync(path)) return { ok: false, sentence: `La copia ${path} c’è già.` };
    await copyDatabase(source, unfinished);
    const verdict = await verifyCopy(unfinished, source);
    if (!verdict.ok) return { ok: false, sentence: `${verdict.sentence} La copia non è stata fatta.` };
    flush(unfinished);
    renameSync(unfinished, path);
    flush(folder, true);
    const dropped = keeps ? dropOld(folder, now) : [];
    return {
      ok: true,
      path,
      sentences: [`Copia fatta e verificata: ${path} (${sizeOf(path)}).`, ...verdict.sentences, ...dropped],
    };
  } catch (error) {
    const fault = DAMAGED.test((error as { code?: string }).code ?? "")
      ? `La base dati ${source} è danneggiata o non è una base dati.`
      : faultOf(error, folder);
    if (fault === undefined) throw error;
    return { ok: false, sentence: `${fault} La copia non è stata fatta.` };
  } finally {
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(`${unfinished}${suffix}`, { force: true });
  }
}

/** The copy is one file, that opens also where nothing can be written beside it. */
async function copyDatabase(source: string, path: string): Promise<void> {
  const { sqlite } = openDatabase(source);
  const until = performance.now() + LONGEST_WAIT;
  const progress = () => {
    if (performance.now() > until)
      throw Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
    return ALL_PAGES;
  };
  await sqlite.backup(path, { progress }).finally(() => sqlite.close());
  openAlone(path).sqlite.close();
}

function dropAbandoned(folder: string, now: number): void {
  const files = readdirSync(folder).filter((name) => UNFINISHED.test(name));
  for (const path of files.map((name) => join(folder, name)))
    if (now - statSync(path).mtimeMs > ABANDONED) rmSync(path, { force: true });
}

function dropOld(folder: string, now: string): string[] {
  const old = copiesToDrop(readdirSync(folder), now);
  for (const name of old) rmSync(join(folder, name), { force: true });
  return old.length === 0
    ? []
    : [`${count(old.length, "copia vecchia tolta", "copie vecchie tolte")}: ${old.join(", ")}.`];
}

function sizeOf(path: string): string {
  return `${formatNumber(statSync(path).size / 1_000_000)} MB`;
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked.ok) return refuse(asked.sentence);
  const outcome = await backUp(databasePath(), asked, new Date().toISOString());
  if (!outcome.ok) return refuse(outcome.sentence);
  for (const sentence of outcome.sentences) console.log(sentence);
}

if (isStarted(import.meta.url)) await main();
