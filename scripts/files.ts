import { closeSync, fsyncSync, openSync } from "node:fs";

/** What is wrong with a file or a folder, by the code of the system or of SQLite. */
const FAULTS: [RegExp, (place: string, code: string) => string][] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, (place) => `Il disco è pieno: in ${place} non c’è posto.`],
  [
    /^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/,
    (place) => `In ${place} non si può scrivere: controlla i permessi.`,
  ],
  [/^(ENOENT|ENOTDIR)/, (place) => `${place} non c’è.`],
  [/^(EIO|EFBIG|SQLITE_IOERR)/, (place, code) => `Il disco non accetta la scrittura in ${place} (${code}).`],
  [/^SQLITE_BUSY/, () => "Un altro programma tiene occupata la base dati: riprova tra poco."],
];

/** What went wrong there in words, or undefined for what is no fault of files. */
export function faultOf(error: unknown, place: string): string | undefined {
  const { code = "" } = error as { code?: string };
  return FAULTS.find(([pattern]) => pattern.test(code))?.[1](place, code);
}

/** Waits until what was written is on the disk; also of a folder, where the system can, so that a renaming holds. */
export function flush(path: string, isFolder = false): void {
  if (isFolder && process.platform === "win32") return;
  const handle = openSync(path, isFolder ? "r" : "r+");
  fsyncSync(handle);
  closeSync(handle);
}
