import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { planActionAddress, planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import { openDatabase } from "#db/open.ts";
import { isStarted, refuse } from "../command-line.ts";
import { describeMachine, measureEmptyCommit } from "./machine.ts";
import type { MadeUpYear } from "./made-up-actions.ts";
import { ACCOUNT, FIRST_YEAR, makeUpPlan, PLAN_IN_FORCE, type Size, sizeOf } from "./made-up-plan.ts";
import { type Figures, measure, median, type Sample } from "./measure.ts";
import { type Report, tableOf } from "./report.ts";
import { ask } from "./requests.ts";
import { type Served, serve } from "./served.ts";
import { statusChanges } from "./status-changes.ts";
import { weightsOf } from "./weights.ts";

const USAGE =
  "Si usa così: npm run bench -- --azioni 56 --azioni 10000 --prove 3 --seme 1 --json misure.json";

/** Where the databases of a bench stand while it runs: on the disk of the product's own. */
const FOLDER = "data/misure-";
const CONNECTIONS = [1, 4];
const PAST_DAY = `${FIRST_YEAR + 1}-06-30`;

/** The pages that the design names. A list is the plan filtered to a year. */
const PAGES = [
  { name: "elenco di un anno", address: planAddress(PLAN_IN_FORCE, { anno: FIRST_YEAR + 1 }) },
  { name: "matrice", address: planAddress(PLAN_IN_FORCE) },
  { name: "andamento", address: yearlyProgressAddress() },
  { name: "un’azione", address: planActionAddress(PLAN_IN_FORCE, "4.3.1") },
  { name: "scrivania", address: "/" },
  {
    name: "elenco, a un giorno passato",
    address: planAddress(PLAN_IN_FORCE, { anno: FIRST_YEAR + 1, al: PAST_DAY }),
  },
  { name: "matrice, a un giorno passato", address: planAddress(PLAN_IN_FORCE, { al: PAST_DAY }) },
  { name: "andamento, a un giorno passato", address: yearlyProgressAddress({ al: PAST_DAY }) },
];

type Asked = { actions: number[]; runs: number; seed: number; json: string | undefined };

/** What was asked for on the command line: the real plan's size and 10,000 actions where nothing was. */
export function readArguments(args: string[]): ({ ok: true } & Asked) | { ok: false; sentence: string } {
  const text = { type: "string" } as const;
  const options = { azioni: { ...text, multiple: true }, prove: text, seme: text, json: text } as const;
  try {
    const { azioni = ["56", "10000"], prove = "3", seme = "1", json } = parseArgs({ args, options }).values;
    const [runs, seed, ...actions] = [prove, seme, ...azioni].map(Number);
    if (![runs!, seed!, ...actions].every((number) => Number.isSafeInteger(number) && number > 0))
      return { ok: false, sentence: `Servono numeri interi positivi. ${USAGE}` };
    return { ok: true, actions, runs: runs!, seed: seed!, json };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) throw error;
    return { ok: false, sentence: `Un’opzione è sconosciuta o incompleta. ${USAGE}` };
  }
}

async function benchOf({ actions, runs, seed }: Asked, folder: string): Promise<Report> {
  const emptyCommit = await measureEmptyCommit(join(folder, "vuota.sqlite"));
  const sizes = [];
  for (const one of actions) sizes.push(await benchOfSize(sizeOf(one), { runs, seed, folder }));
  return { measuredAt: new Date().toISOString(), machine: describeMachine(), seed, runs, emptyCommit, sizes };
}

async function benchOfSize(
  size: Size,
  { runs, seed, folder }: { runs: number; seed: number; folder: string },
) {
  say(`Preparo ${size.actions} azioni e ${size.lines} righe…`);
  const path = join(folder, `${size.actions}.sqlite`);
  const years = await makeUpPlan(path, size, seed);
  const starts = await startsOf(path, runs);
  const served = await serve(path);
  const cookie = await signIn(served.port);
  const pages = await measurePages(served.port, cookie, runs);
  const weights = await weightsOf(served.port, cookie, planAddress(PLAN_IN_FORCE));
  const before = countLines(path);
  const changes = await measureChanges(served.port, cookie, { years, runs });
  const memory = served.memory();
  const said = await served.stop();
  return {
    ...size,
    actionYears: years.length,
    start: { npmStart: median(starts), server: served.startedIn },
    pages,
    statusChange: {
      figures: changes.figures,
      acknowledged: changes.acknowledged,
      found: countLines(path) - before,
    },
    weights,
    memory,
    locked: said.match(/database is locked|SQLITE_BUSY/g)?.length ?? 0,
  };
}

/** `npm start` on what is built and on a database that is there, up to the first answer. */
async function startsOf(path: string, runs: number): Promise<number[]> {
  const starts: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const served: Served = await serve(path, ["npm", "start"]);
    starts.push(served.startedIn);
    await served.stop();
  }
  return starts;
}

async function signIn(port: number): Promise<string> {
  const { cookie, status } = await ask(port, { path: "/accedi", form: { ...ACCOUNT, back: "" } });
  if (cookie === "") throw new Error(`L’accesso non è riuscito (${status}).`);
  return cookie;
}

async function measurePages(port: number, cookie: string, runs: number) {
  const measured = [];
  for (const { name, address } of PAGES) {
    for (const connections of CONNECTIONS) {
      say(`  ${name}, ${connections}…`);
      const read = async (): Promise<Sample> => {
        const { status, milliseconds } = await ask(port, { path: address, cookie });
        return status === 200 ? { milliseconds } : { milliseconds, fault: String(status) };
      };
      measured.push({ name, address, connections, ...(await measure(connections, runs, read)) });
    }
  }
  return measured;
}

async function measureChanges(
  port: number,
  cookie: string,
  { years, runs }: { years: MadeUpYear[]; runs: number },
) {
  const figures: (Figures & { connections: number })[] = [];
  let acknowledged = 0;
  for (const connections of CONNECTIONS) {
    say(`  cambio di stato, ${connections}…`);
    const change = statusChanges(port, cookie, years, connections);
    const counted = async (connection: number) => {
      const sample = await change(connection);
      if (sample.fault === undefined) acknowledged += 1;
      return sample;
    };
    figures.push({ connections, ...(await measure(connections, runs, counted)) });
  }
  return { figures, acknowledged };
}

function countLines(path: string): number {
  const { sqlite } = openDatabase(path);
  const lines = sqlite.prepare("select count(*) from status_line").pluck().get() as number;
  sqlite.close();
  return lines;
}

function say(sentence: string): void {
  console.error(sentence);
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked.ok) return refuse(asked.sentence);
  mkdirSync(dirname(FOLDER), { recursive: true });
  const folder = mkdtempSync(FOLDER);
  try {
    const report = await benchOf(asked, folder);
    const json = `${JSON.stringify(report, null, 2)}\n`;
    say(tableOf(report));
    if (asked.json === undefined) process.stdout.write(json);
    else writeFileSync(asked.json, json);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (isStarted(import.meta.url)) await main();
