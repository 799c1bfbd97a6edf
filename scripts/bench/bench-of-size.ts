import { join } from "node:path";
import { planActionAddress, planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import { countRows } from "./counted-rows.ts";
import { FIRST_YEAR, makeUpPlan, PLAN_IN_FORCE, type Size } from "./made-up-plan.ts";
import { median } from "./measure.ts";
import {
  benchAt,
  type Measured,
  measureAfterAChange,
  measurePages,
  measureStatusChanges,
} from "./measured-pages.ts";
import { lockedIn, serve } from "./served.ts";
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
  const before = countRows(path, "status_line");
  const served = await serve(path);
  const bench = await benchAt(served.port, runs);
  const pages = await measurePages(bench, PAGES, CONNECTIONS);
  const weights = await weightsOf(bench.port, bench.cookie, planAddress(PLAN_IN_FORCE));
  const afterAChange = await measureAfterAChange(bench, PAGES, years);
  const statusChanges: Measured[] = [];
  for (const connections of CONNECTIONS)
    statusChanges.push(await measureStatusChanges(bench, { name: "cambio di stato", years, connections }));
  const memory = served.memory();
  const { said } = await served.stop();
  return {
    ...size,
    actionYears: years.length,
    start: { npmStart, server: served.startedIn },
    ...{ pages, afterAChange, statusChanges },
    acknowledged: bench.tally.acknowledged,
    found: countRows(path, "status_line") - before,
    ...{ weights, memory },
    locked: lockedIn(said),
  };
}

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
