import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** True for the module that was started, not for one that a test imports. */
export function isStarted(moduleUrl: string): boolean {
  return realpathSync(process.argv[1]!) === fileURLToPath(moduleUrl);
}

/** Ends a command that cannot do what was asked: a sentence on standard error, exit code 2. */
export function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 2;
}

/** What to say where there is no database yet. */
export function missingDatabase(path: string): string {
  return `La base dati ${path} non c’è: avvia Rotta una volta con npm start.`;
}

export function emptyDatabase(path: string): string {
  return `La base dati ${path} è vuota: avvia Rotta una volta con npm start.`;
}

/** A database that was last opened by a version of the program that is not this one, and what to do. */
export function otherVersion(path: string, schema: { ok: boolean }): string {
  return schema.ok
    ? `La base dati ${path} è di una versione di Rotta precedente: avvia una volta il programma, che la aggiorna (npm start), poi ripeti.`
    : `La base dati ${path} è di una versione di Rotta più recente di questo programma: aggiornalo, poi ripeti.`;
}
