import { join } from "node:path";
import { planActionAddress, planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import { openDatabase } from "#db/open.ts";
import type { MadeUpYear } from "./made-up-actions.ts";
import { ACCOUNT, FIRST_YEAR, makeUpPlan, PLAN_IN_FORCE, type Size } from "./made-up-plan.ts";
import { type Figures, measure, median, type Sample } from "./measure.ts";
import { ask } from "./requests.ts";
import { serve } from "./served.ts";
import { statusChanges } from "./status-changes.ts";
import { type Weights, weightsOf } from "./weights.ts";

/** What is measured of a plan of one size: times in milliseconds as the client sees them, sizes in bytes. */
export type SizeReport = Size & {
  actionYears: number;
  start: { npmStart: number; server: number };
  pages: Measured[];
  /** The same pages, each time as the first one that asks after a change: nothing that was computed before still stands. */
  afterAChange: Measured[];
  statusChanges: Measured[];
  /** Changes that the server acknowledged, warm-up included, and those found in the database afterwards. */
  acknowledged: number;
  found: number;
  weights: Weights;
  memory: { now: number; peak: number | null };
  locked: number;
};

/** `perSecond` is null where requests do not follow one another. */
export type Measured = Omit<Figures, "perSecond"> & {
  name: string;
  connections: number;
  perSecond: number | null;
};

const CONNECTIONS = [1, 4];
const YEAR = FIRST_YEAR + 1;
const PAST_DAY = `${YEAR}-06-30`;

/** The pages that the design names. A list is the plan filtered to a year. */
const PAGES = [
  { name: "elenco di un anno", path: planAddress(PLAN_IN_FORCE, { anno: YEAR }) },
  { name: "matrice", path: planAddress(PLAN_IN_FORCE) },
  { name: "andamento", path: yearlyProgressAddress() },
  { name: "un’azione", path: planActionAddress(PLAN_IN_FORCE, "4.3.1") },
  { name: "scrivania", path: "/" },
  { name: "elenco, a un giorno passato", path: planAddress(PLAN_IN_FORCE, { anno: YEAR, al: PAST_DAY }) },
  { name: "matrice, a un giorno passato", path: planAddress(PLAN_IN_FORCE, { al: PAST_DAY }) },
  { name: "andamento, a un giorno passato", path: yearlyProgressAddress({ al: PAST_DAY }) },
];

export async function benchOfSize(
  size: Size,
  { runs, seed, folder }: { runs: number; seed: number; folder: string },
): Promise<SizeReport> {
  console.error(`Preparo ${size.actions} azioni, ${size.lines} righe e ${size.contributions} contributi…`);
  const path = join(folder, `${size.actions}.sqlite`);
  const years = await makeUpPlan(path, size, seed);
  const npmStart = await medianStart(path, runs);
  const before = countLines(path);
  const served = await serve(path);
  const bench = {
    port: served.port,
    cookie: await signIn(served.port),
    runs,
    years,
    tally: { acknowledged: 0 },
  };
  const pages = await measurePages(bench);
  const weights = await weightsOf(bench.port, bench.cookie, planAddress(PLAN_IN_FORCE));
  const afterAChange = await measureAfterAChange(bench);
  const statusChanges = await measureStatusChanges(bench);
  const memory = served.memory();
  const { said } = await served.stop();
  return {
    ...size,
    actionYears: years.length,
    start: { npmStart, server: served.startedIn },
    ...{ pages, afterAChange, statusChanges },
    acknowledged: bench.tally.acknowledged,
    found: countLines(path) - before,
    ...{ weights, memory },
    locked: said.match(/database is locked|SQLITE_BUSY/g)?.length ?? 0,
  };
}

type Bench = {
  port: number;
  cookie: string;
  runs: number;
  years: MadeUpYear[];
  tally: { acknowledged: number };
};

/** `npm start` on what is built and on a database that is there, up to the first answer. */
async function medianStart(path: string, runs: number): Promise<number> {
  const starts: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const served = await serve(path, { command: ["npm", "start"] });
    starts.push(served.startedIn);
    await served.stop();
  }
  return median(starts);
}

async function signIn(port: number): Promise<string> {
  const { cookie, status } = await ask(port, { path: "/accedi", form: { ...ACCOUNT, back: "" } });
  if (cookie === "") throw new Error(`L’accesso non è riuscito (${status}).`);
  return cookie;
}

async function measurePages({ port, cookie, runs }: Bench): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { name, path } of PAGES)
    for (const connections of CONNECTIONS) {
      console.error(`  ${name}, ${connections}…`);
      const figures = await measure(connections, runs, () => read(port, cookie, path));
      measured.push({ name, connections, ...figures });
    }
  return measured;
}

async function measureAfterAChange({ port, cookie, runs, years, tally }: Bench): Promise<Measured[]> {
  const change = statusChanges({ port, cookie, years, connections: 1, tally });
  const measured: Measured[] = [];
  for (const { name, path } of PAGES) {
    console.error(`  ${name}, dopo un cambio…`);
    const figures = await measure(1, runs, async () => {
      const { fault } = await change(0);
      const sample = await read(port, cookie, path);
      return fault === undefined ? sample : { ...sample, fault };
    });
    measured.push({ name, connections: 1, ...figures, perSecond: null });
  }
  return measured;
}

async function measureStatusChanges({ port, cookie, runs, years, tally }: Bench): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const connections of CONNECTIONS) {
    console.error(`  cambio di stato, ${connections}…`);
    const change = statusChanges({ port, cookie, years, connections, tally });
    measured.push({ name: "cambio di stato", connections, ...(await measure(connections, runs, change)) });
  }
  return measured;
}

async function read(port: number, cookie: string, path: string): Promise<Sample> {
  const { status, milliseconds } = await ask(port, { path, cookie });
  return status === 200 ? { milliseconds } : { milliseconds, fault: String(status) };
}

function countLines(path: string): number {
  const { sqlite } = openDatabase(path);
  const lines = sqlite.prepare("select count(*) from status_line").pluck().get() as number;
  sqlite.close();
  return lines;
}
