import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { unknownMigrations } from "#db/migrate.ts";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { verifyDatabase } from "./data-verify.ts";

export type CopyOutcome = { ok: true; path: string; report: string[] } | { ok: false; sentence: string };

/** What the file system says when a copy cannot be written, in words. */
const REFUSAL: Record<string, string> = {
  EACCES: "non si può scrivere nella cartella: controlla i permessi",
  EPERM: "non si può scrivere nella cartella: controlla i permessi",
  EROFS: "la cartella è in sola lettura",
  ENOSPC: "il disco è pieno",
  ENOTDIR: "non è una cartella",
  SQLITE_FULL: "il disco è pieno",
  SQLITE_READONLY: "non si può scrivere nella cartella: controlla i permessi",
  SQLITE_CANTOPEN: "non si può scrivere nella cartella: controlla i permessi",
};

/**
 * Copies an open database into a folder while others write, and verifies the copy by opening it: structure, references,
 * chain. Only a verified copy takes its name; nothing else is left behind.
 */
export async function copyDatabase(
  database: OpenDatabase,
  folder: string,
  moment: string,
): Promise<CopyOutcome> {
  const path = join(folder, nameOf(moment));
  const unfinished = `${path}.incompleta`;
  try {
    mkdirSync(folder, { recursive: true });
    await database.sqlite.backup(unfinished);
    const verdict = await verifyCopy(unfinished);
    if (!verdict.ok) return verdict;
    renameSync(unfinished, path);
    return { ok: true, path, report: verdict.report };
  } catch (error) {
    const refusal = REFUSAL[(error as { code?: string }).code ?? ""];
    if (refusal === undefined) throw error;
    return {
      ok: false,
      sentence: `La copia in ${folder} non è stata fatta: ${refusal}. La base dati non è stata toccata.`,
    };
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${unfinished}${end}`, { force: true });
  }
}

/** Opens a copy and verifies it. A database of a newer program, or a file that is no database, is refused with a sentence. */
export async function verifyCopy(
  path: string,
): Promise<{ ok: true; report: string[] } | { ok: false; sentence: string }> {
  try {
    const copy = openDatabase(path);
    const unknown = unknownMigrations(copy.sqlite);
    const { code, sentences } = unknown.length > 0 ? { code: 1, sentences: [] } : await verifyDatabase(copy);
    copy.sqlite.pragma("wal_checkpoint(truncate)");
    copy.sqlite.close();
    if (unknown.length > 0)
      return {
        ok: false,
        sentence: `${path} è di una versione di Rotta più recente (${unknown.join(", ")}).`,
      };
    return code === 0 ? { ok: true, report: sentences } : { ok: false, sentence: sentences.join("\n") };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? "")) throw error;
    return { ok: false, sentence: `${path} non è una base dati, o è danneggiata.` };
  }
}

/** The copies of a folder, oldest first. */
export function listCopies(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^rotta-\d{8}T\d{6}Z\.sqlite$/.test(name))
    .sort();
}

/** Takes away the oldest copies beyond those to keep. */
export function keepLatest(folder: string, number: number): void {
  for (const name of listCopies(folder).slice(0, -number)) rmSync(join(folder, name));
}

/** `rotta-20261121T105700Z.sqlite`: names sort as moments do. */
function nameOf(moment: string): string {
  return `rotta-${basename(moment).replace(/[-:]/g, "").replace(/\.\d+/, "")}.sqlite`;
}
