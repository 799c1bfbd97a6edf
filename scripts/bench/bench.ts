import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { isStarted, refuse } from "../command-line.ts";
import { benchOfMap } from "./bench-of-map.ts";
import { benchOfSize } from "./bench-of-size.ts";
import { describeMachine, measureEmptyCommit } from "./machine.ts";
import { mapSizeOf } from "./made-up-map.ts";
import { sizeOf } from "./made-up-plan.ts";
import { type Report, tableOf } from "./report.ts";

const USAGE =
  "Si usa così: npm run bench -- --azioni 56 --azioni 10000 --processi 2000 --prove 3 --seme 1 --json misure.json";

/** Where the databases of a bench stand while it runs: on the disk of the product's own. */
const FOLDER = "data/misure-";

type Asked = { actions: number[]; processes: number; runs: number; seed: number; json: string | undefined };

/** What was asked for on the command line: the real plan's size, 10,000 actions and 2,000 processes where nothing was. */
export function readArguments(args: string[]): ({ ok: true } & Asked) | { ok: false; sentence: string } {
  const text = { type: "string" } as const;
  const several = { ...text, multiple: true } as const;
  const options = { azioni: several, processi: text, prove: text, seme: text, json: text } as const;
  try {
    const asked = parseArgs({ args, options }).values;
    const { azioni = ["56", "10000"], processi = "2000", prove = "3", seme = "1", json } = asked;
    const numbers = [prove, seme, processi, ...azioni].map(Number);
    if (!numbers.every((number) => Number.isSafeInteger(number) && number > 0))
      return { ok: false, sentence: `Servono numeri interi positivi. ${USAGE}` };
    const [runs, seed, processes, ...actions] = numbers as [number, number, number, ...number[]];
    return { ok: true, actions, processes, runs, seed, json };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")) throw error;
    return { ok: false, sentence: `Un’opzione è sconosciuta o incompleta. ${USAGE}` };
  }
}

async function benchOf({ actions, processes, runs, seed }: Asked, folder: string): Promise<Report> {
  const machine = describeMachine();
  const emptyCommit = measureEmptyCommit(join(folder, "vuota.sqlite"));
  const sizes = [];
  for (const one of actions) sizes.push(await benchOfSize(sizeOf(one), { runs, seed, folder }));
  const map = await benchOfMap(mapSizeOf(processes), { runs, seed, folder });
  return { measuredAt: new Date().toISOString(), machine, seed, runs, emptyCommit, sizes, map };
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (!asked.ok) return refuse(asked.sentence);
  mkdirSync(dirname(FOLDER), { recursive: true });
  const folder = mkdtempSync(FOLDER);
  process.once("exit", () => rmSync(folder, { recursive: true }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const report = await benchOf(asked, folder);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  console.error(tableOf(report));
  if (asked.json === undefined) process.stdout.write(json);
  else writeFileSync(asked.json, json);
}

if (isStarted(import.meta.url)) await main();
