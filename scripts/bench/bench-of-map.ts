import { join } from "node:path";
import { smartabilityAddress, workProcessAddress, workProcessesAddress } from "#app/addresses.ts";
import { deadlinesAddress, objectiveAddress, objectivesAddress } from "#app/objective-addresses.ts";
import { countRows } from "./counted-rows.ts";
import { makeUpMap, type MapSize } from "./made-up-map.ts";
import { codeOf, makeUpObjectives, OBJECTIVE_SIZE, OBJECTIVE_YEAR } from "./made-up-objectives.ts";
import { FIRST_YEAR, makeUpPlan, REAL_SIZE } from "./made-up-plan.ts";
import {
  benchAt,
  type Measured,
  measureAfterAChange,
  measurePages,
  measureStatusChanges,
  type Page,
} from "./measured-pages.ts";
import { lockedIn, serve } from "./served.ts";

/** What is measured of a map of one size, and of objectives, on a plan of the real one's: times in milliseconds as the client sees them. */
export type MapReport = MapSize & {
  pages: Measured[];
  afterAChange: Measured[];
  statusChanges: Measured[];
  /** Turns that the acknowledged changes must have recorded, and those found in the database afterwards. */
  turns: { expected: number; found: number };
  memory: { now: number; peak: number | null };
  locked: number;
};

const PAST_DAY = `${FIRST_YEAR + 1}-06-30`;

const PAGES: Page[] = [
  { name: "processi", path: workProcessesAddress() },
  { name: "processi, a un livello", path: workProcessesAddress({ livello: "no" }) },
  { name: "un processo", path: workProcessAddress("MIS-0001") },
  { name: "smartabilità", path: smartabilityAddress() },
  { name: "scrivania con i processi", path: "/" },
  { name: "obiettivi", path: objectivesAddress({ anno: OBJECTIVE_YEAR }) },
  { name: "un obiettivo", path: objectiveAddress(codeOf(1)) },
  { name: "scadenze", path: deadlinesAddress({ anno: OBJECTIVE_YEAR }) },
  { name: "processi, a un giorno passato", path: workProcessesAddress({ al: PAST_DAY }) },
  { name: "smartabilità, a un giorno passato", path: smartabilityAddress({ al: PAST_DAY }) },
];

/** One annualità completed and reopened: each of the two turns the same processes. */
const TO_AND_FRO = { "in-progress": "completed", completed: "in-progress" } as const;

export async function benchOfMap(
  size: MapSize,
  { runs, seed, folder }: { runs: number; seed: number; folder: string },
): Promise<MapReport> {
  console.error(`Preparo ${size.processes} processi, ${size.blockers} blocchi e ${size.claims} sblocchi…`);
  const path = join(folder, `processi-${size.processes}.sqlite`);
  const years = await makeUpPlan(path, REAL_SIZE, seed);
  const { turning, others } = await makeUpMap(path, size, { years, seed });
  await makeUpObjectives(path, OBJECTIVE_SIZE, { seed });
  const served = await serve(path);
  const bench = await benchAt(served.port, runs);
  const pages = await measurePages(bench, PAGES, [1]);
  const afterAChange = await measureAfterAChange(bench, PAGES, others);
  const usual = { name: "cambio di stato con i processi", years: others, connections: 1 };
  const statusChanges = [await measureStatusChanges(bench, usual)];
  const [turnsBefore, changesBefore] = [countRows(path, "turn"), bench.tally.acknowledged];
  const name = `cambio che fa svoltare ${size.turning} processi`;
  statusChanges.push(
    await measureStatusChanges(bench, { name, years: [turning], connections: 1, steps: TO_AND_FRO }),
  );
  const memory = served.memory();
  const { said } = await served.stop();
  return {
    ...size,
    ...{ pages, afterAChange, statusChanges },
    turns: {
      expected: (bench.tally.acknowledged - changesBefore) * size.turning,
      found: countRows(path, "turn") - turnsBefore,
    },
    ...{ memory, locked: lockedIn(said) },
  };
}
