/** One request of a load: how long it took, and what was wrong with its answer, if anything. */
export type Sample = { milliseconds: number; fault?: string };

export type Figures = {
  p50: number;
  p95: number;
  perSecond: number;
  requests: number;
  /** What was wrong, and how many times: such requests count in no other figure. */
  faults: Record<string, number>;
};

/** A run ends after so many requests or milliseconds, whichever comes first, but never before each connection had its share. */
export type Extent = { requests: number; milliseconds: number; leastOfEach: number };

export const RUN: Extent = { requests: 150, milliseconds: 3000, leastOfEach: 1 };
export const WARM_UP: Extent = { requests: 30, milliseconds: 2000, leastOfEach: 1 };

/** Loads the server over so many connections at once, first to warm up, then run after run, and gives the median of the runs. */
export async function measure(
  connections: number,
  runs: number,
  one: (connection: number) => Promise<Sample>,
): Promise<Figures> {
  await run(connections, WARM_UP, one);
  const figures: Figures[] = [];
  for (let index = 0; index < runs; index += 1) figures.push(await run(connections, RUN, one));
  return {
    p50: median(figures.map((run) => run.p50)),
    p95: median(figures.map((run) => run.p95)),
    perSecond: median(figures.map((run) => run.perSecond)),
    requests: figures.reduce((sum, run) => sum + run.requests, 0),
    faults: summed(figures.map((run) => run.faults)),
  };
}

async function run(
  connections: number,
  extent: Extent,
  one: (connection: number) => Promise<Sample>,
): Promise<Figures> {
  const samples: Sample[] = [];
  const started = performance.now();
  const isOver = () =>
    samples.length >= extent.requests || performance.now() - started >= extent.milliseconds;
  const work = async (connection: number) => {
    for (let done = 0; done < extent.leastOfEach || !isOver(); done += 1)
      samples.push(await one(connection).catch(failed));
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => work(connection)));
  const seconds = (performance.now() - started) / 1000;
  const good = samples.filter((sample) => sample.fault === undefined).map((sample) => sample.milliseconds);
  return {
    p50: percentile(good, 0.5),
    p95: percentile(good, 0.95),
    perSecond: good.length / seconds,
    requests: good.length,
    faults: summed(samples.map(({ fault }) => (fault === undefined ? {} : { [fault]: 1 }))),
  };
}

function failed(error: unknown): Sample {
  return { milliseconds: 0, fault: (error as { code?: string }).code ?? String(error) };
}

/** The value that so large a part of the others does not pass; NaN of nothing. */
export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

function summed(counts: Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((one) => Object.entries(one)))
    sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
