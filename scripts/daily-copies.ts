import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { isCopyDue } from "#app/domain/copies.ts";
import { dayInRome } from "#app/domain/days.ts";

/** When the server looks whether a copy is due, in milliseconds: soon after its start, then every hour. */
const FIRST_LOOK = 10_000;
const NEXT_LOOK = 3_600_000;

/**
 * A copy a day, by the machine's own clock, with the old ones taken away: made by the command itself, in a process of its
 * own, so that no page waits for it. One that fails is said in the log, and tried again an hour later.
 */
export function copyDaily(folder: string): void {
  const look = () => void copyIfDue(folder, new Date().toISOString());
  setTimeout(look, FIRST_LOOK).unref();
  setInterval(look, NEXT_LOOK).unref();
}

/** Makes the copy of the day if it is not there yet. Returns what went wrong, if anything did, after saying it. */
export async function copyIfDue(
  folder: string,
  now: string,
  {
    makeCopy = copyInItsOwnProcess,
    say = console.error,
  }: { makeCopy?: typeof copyInItsOwnProcess; say?: (sentence: string) => void } = {},
): Promise<string | undefined> {
  const fault = await tryCopy(folder, now, makeCopy).catch((error: Error) => error.message);
  if (fault !== undefined) say(`La copia giornaliera in ${folder} non è riuscita: ${fault}`);
  return fault;
}

async function tryCopy(folder: string, now: string, makeCopy: typeof copyInItsOwnProcess) {
  if (existsSync(folder) && !isCopyDue(readdirSync(folder), dayInRome(now))) return undefined;
  mkdirSync(folder, { recursive: true });
  return makeCopy(folder);
}

/** What the command says on standard error when it ends badly. */
async function copyInItsOwnProcess(folder: string): Promise<string | undefined> {
  const command = [resolve("build/cli/backup.js"), "--to", folder, "--conserva"];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return code === 0 ? undefined : said.trim() || `il comando è finito con ${code}`;
}
