import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { stampOf } from "#app/domain/copies.ts";
import { openAlone } from "#db/open.ts";
import { databasePath } from "#db/path.ts";
import { isStarted, refuse } from "./command-line.ts";
import { DAMAGED } from "./data-verify.ts";
import { faultOf, flush } from "./files.ts";
import { verifyCopy } from "./verify-copy.ts";

const USAGE = "Si usa così, a server fermo: npm run restore -- FILE";
const NOTHING_DONE = "Non è stato ripristinato nulla.";

/** What SQLite keeps beside a database. */
const SIDES = ["-wal", "-shm", "-journal"];

type Refused = { ok: false; sentence: string };
export type RestoreOutcome = { ok: true; sentences: string[] } | Refused;

export function readArguments(args: string[]): { ok: true; file: string } | Refused {
  try {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return refused(`Serve un file, e uno solo. ${USAGE}`);
    return { ok: true, file };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) throw error;
    return refused(`C’è un’opzione che non conosco. ${USAGE}`);
  }
}

/**
 * Puts a copy in the place of the database: verified first, in one renaming, with the replaced database put aside. The copy
 * itself is not touched. Refused, with nothing changed, while somebody has the database open.
 */
export async function restore(file: string, path: string, now: string): Promise<RestoreOutcome> {
  if (!existsSync(file) || !statSync(file).isFile())
    return refused(`Il file ${file} non c’è. ${NOTHING_DONE}`);
  if (resolve(file) === resolve(path))
    return refused(`${file} è la base dati in uso, non una sua copia. ${NOTHING_DONE}`);
  const candidate = `${path}.da-ripristinare`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeAll(candidate);
    takeIn(file, candidate);
    const verdict = await verifyCopy(candidate, file);
    if (!verdict.ok) return refused(`${verdict.sentence} ${NOTHING_DONE}`);
    flush(candidate);
    const claim = claimAlone(path);
    if (!claim.ok)
      return refused(`La base dati ${path} è in uso: ferma il server, poi ripeti. ${NOTHING_DONE}`);
    const aside = replace(path, candidate, now);
    claim.release();
    return {
      ok: true,
      sentences: [
        `Ripristinata la copia ${file} in ${path}.`,
        ...verdict.sentences,
        ...aftermath(aside, verdict.pending),
      ],
    };
  } catch (error) {
    const fault = DAMAGED.test((error as { code?: string }).code ?? "")
      ? `${file} è danneggiato o non è una base dati.`
      : faultOf(error, dirname(path));
    if (fault === undefined) throw error;
    return refused(`${fault} ${NOTHING_DONE}`);
  } finally {
    removeAll(candidate);
  }
}

/** The copy beside the database, with what SQLite had not yet brought into it, as one file. */
function takeIn(file: string, candidate: string): void {
  copyFileSync(file, candidate);
  for (const side of ["-wal", "-journal"])
    if (existsSync(`${file}${side}`)) copyFileSync(`${file}${side}`, `${candidate}${side}`);
  openAlone(candidate).sqlite.close();
}

/** Makes sure that nobody has the database open, and keeps it so. One that is missing or damaged is open to nobody. */
function claimAlone(path: string): { ok: true; release: () => void } | { ok: false } {
  if (!existsSync(path)) return { ok: true, release: () => {} };
  try {
    const { sqlite } = openAlone(path);
    sqlite.exec("begin exclusive");
    return { ok: true, release: () => sqlite.close() };
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (DAMAGED.test(code)) return { ok: true, release: () => {} };
    if (code.startsWith("SQLITE_BUSY")) return { ok: false };
    throw error;
  }
}

/**
 * At every moment there is one of the two under the name of the database. What SQLite kept beside the old one goes first:
 * beside the new one it would be taken for its own.
 */
function replace(path: string, candidate: string, now: string): string | undefined {
  const aside = `${path}-prima-del-ripristino-${stampOf(now)}.sqlite`;
  for (const side of SIDES) if (existsSync(`${path}${side}`)) renameSync(`${path}${side}`, `${aside}${side}`);
  const isThere = existsSync(path);
  if (isThere) nameAlso(path, aside);
  renameSync(candidate, path);
  flush(dirname(path), true);
  return isThere ? aside : undefined;
}

/** A second name for the same file or, where the disk has none, a copy. */
function nameAlso(path: string, other: string): void {
  try {
    linkSync(path, other);
  } catch {
    copyFileSync(path, other);
    flush(other);
  }
}

function aftermath(aside: string | undefined, pending: string[]): string[] {
  return [
    aside === undefined ? "Prima non c’era nessuna base dati." : `La base dati di prima è in ${aside}.`,
    ...(pending.length === 0
      ? []
      : [
          `La copia è di una versione precedente: al prossimo avvio sarà portata a quella del programma (${pending.join(", ")}).`,
        ]),
  ];
}

function removeAll(candidate: string): void {
  for (const side of ["", ...SIDES]) rmSync(`${candidate}${side}`, { force: true });
}

function refused(sentence: string): Refused {
  return { ok: false, sentence };
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked.ok) return refuse(asked.sentence);
  const outcome = await restore(asked.file, databasePath(), new Date().toISOString());
  if (!outcome.ok) return refuse(outcome.sentence);
  for (const sentence of outcome.sentences) console.log(sentence);
}

if (isStarted(import.meta.url)) await main();
