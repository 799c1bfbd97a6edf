import type { MadeUpYear } from "./made-up-actions.ts";
import { ACCOUNT } from "./made-up-plan.ts";
import { type Figures, measure, type Sample } from "./measure.ts";
import { ask } from "./requests.ts";
import { statusChanges, type Steps } from "./status-changes.ts";

/** `perSecond` is null where requests do not follow one another. */
export type Measured = Omit<Figures, "perSecond"> & {
  name: string;
  connections: number;
  perSecond: number | null;
};

export type Page = { name: string; path: string };

/** A server that is being measured, and who asks. `tally`: the changes that it acknowledged, warm-up included. */
export type Bench = { port: number; cookie: string; runs: number; tally: { acknowledged: number } };

/** Signs in to a server, to measure it. */
export async function benchAt(port: number, runs: number): Promise<Bench> {
  const { cookie, status } = await ask(port, { path: "/accedi", form: { ...ACCOUNT, back: "" } });
  if (cookie === "") throw new Error(`L’accesso non è riuscito (${status}).`);
  return { port, cookie, runs, tally: { acknowledged: 0 } };
}

export async function measurePages(
  bench: Bench,
  pages: readonly Page[],
  ofConnections: readonly number[],
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { name, path } of pages)
    for (const connections of ofConnections) {
      console.error(`  ${name}, ${connections}…`);
      const figures = await measure(connections, bench.runs, () => read(bench, path));
      measured.push({ name, connections, ...figures });
    }
  return measured;
}

/** Pages each as the first that asks after a change of one of these annualità: nothing that was computed before still stands. */
export async function measureAfterAChange(
  bench: Bench,
  pages: readonly Page[],
  years: MadeUpYear[],
): Promise<Measured[]> {
  const change = statusChanges({ ...bench, years, connections: 1 });
  const measured: Measured[] = [];
  for (const { name, path } of pages) {
    console.error(`  ${name}, dopo un cambio…`);
    const figures = await measure(1, bench.runs, async () => {
      const { fault } = await change(0);
      const sample = await read(bench, path);
      return fault === undefined ? sample : { ...sample, fault };
    });
    measured.push({ name, connections: 1, ...figures, perSecond: null });
  }
  return measured;
}

/** Status changes of these annualità. `steps`: those that are gone round and round, where they are not the usual ones. */
export async function measureStatusChanges(
  bench: Bench,
  {
    name,
    years,
    connections,
    steps,
  }: { name: string; years: MadeUpYear[]; connections: number; steps?: Steps },
): Promise<Measured> {
  console.error(`  ${name}, ${connections}…`);
  const change = statusChanges({ ...bench, years, connections, steps });
  return { name, connections, ...(await measure(connections, bench.runs, change)) };
}

async function read({ port, cookie }: Bench, path: string): Promise<Sample> {
  const { status, milliseconds } = await ask(port, { path, cookie });
  return status === 200 ? { milliseconds } : { milliseconds, fault: String(status) };
}
