import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { openDatabase } from "#db/open.ts";
import { ask } from "../../scripts/bench/requests.ts";

/** A test with a folder of its own, for servers and databases that it starts and stops itself. */
export const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "rotta-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Runs a command of the built application on a database. */
export async function run(command: string, databasePath: string, ...args: string[]) {
  const child = spawn(process.execPath, [`build/cli/${command}.js`, ...args], {
    env: { ...process.env, DATABASE_PATH: databasePath, ROTTA_OGGI: "2026-10-15" },
  });
  const [output, errors]: Buffer[][] = [[], []];
  child.stdout.on("data", (part: Buffer) => output!.push(part));
  child.stderr.on("data", (part: Buffer) => errors!.push(part));
  const [code] = (await once(child, "close")) as [number];
  return { code, output: Buffer.concat(output!).toString(), errors: Buffer.concat(errors!).toString() };
}

/** What makes a server begin with a municipality's own data: no demonstration, and today is today. */
export const OWN_DATA = {
  ROTTA_DIMOSTRAZIONE: "no",
  ROTTA_OGGI: "",
  ROTTA_ENTE: "Comune di Prova",
  ROTTA_COPIE: "no",
};

/** Creates an account of a municipality's own as an administrator does, before or while the server runs. */
export function createUser(databasePath: string, password: string, ...args: string[]): string {
  const made = spawnSync(process.execPath, ["build/cli/user-create.js", "--parola-da-stdin", ...args], {
    env: { ...process.env, ...OWN_DATA, DATABASE_PATH: databasePath },
    input: `${password}\n`,
    encoding: "utf8",
  });
  return made.stdout + made.stderr;
}

/** All that a database holds, as the program writes it; asked of a copy of the file, which stays as it is. */
export async function exportOf(databasePath: string): Promise<string> {
  const looked = `${databasePath}-guardata`;
  copyFileSync(databasePath, looked);
  const { output } = await run("data-export", looked);
  return output;
}

export function countLines(databasePath: string): number {
  const { sqlite } = openDatabase(databasePath);
  const lines = sqlite.prepare("select count(*) from status_line").pluck().get() as number;
  sqlite.close();
  return lines;
}

/** A session of the RTD of the demonstration. */
export async function signIn(port: number): Promise<string> {
  const { cookie } = await ask(port, {
    path: "/accedi",
    form: { username: "rtd", password: "dimostrazione", back: "" },
  });
  return cookie;
}

/** The form of "nessuna novità" on an annualità, from the last line it has. */
export function noNews(sequence: number, reason: string): Record<string, string> {
  const evidence = {
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
  };
  return { to: "no-news", effectiveOn: "2026-10-15", reason, sequence: String(sequence), ...evidence };
}

/** The sequence of the last line of an annualità of 2021–2023. */
export function lastSequence(databasePath: string, code: string, year: number): number {
  const { sqlite } = openDatabase(databasePath);
  const sequence = sqlite
    .prepare(
      `select coalesce(max(line.sequence), 0) from plan join plan_action on plan_action.plan_id = plan.id
       join action_year on action_year.plan_action_id = plan_action.id
       join status_line line on line.action_year_id = action_year.id
       where plan.code = '2021-2023' and plan_action.code = ? and action_year.year = ?`,
    )
    .pluck()
    .get(code, year) as number;
  sqlite.close();
  return sequence;
}
