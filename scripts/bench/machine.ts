import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { openDatabase } from "#db/open.ts";
import { percentile } from "./measure.ts";

/** What the figures depend on, without saying whose machine it is. A load before the bench that is not near 0 spoils them all. */
export function describeMachine() {
  return {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "",
    memory: totalmem(),
    loadBefore: loadavg()[0]!,
  };
}

export type EmptyCommit = { p50: number; p95: number };

const COMMITS = 500;

/** What this disk takes to make one small write durable, with the product's own settings (WAL, `synchronous=FULL`), in milliseconds. */
export function measureEmptyCommit(path: string): EmptyCommit {
  const { sqlite } = openDatabase(path);
  sqlite.exec("create table mark (id integer primary key, value integer)");
  const insert = sqlite.prepare("insert into mark (value) values (1)");
  const commit = sqlite.transaction(() => insert.run());
  const times = Array.from({ length: COMMITS }, () => {
    const started = performance.now();
    commit.immediate();
    return performance.now() - started;
  });
  sqlite.close();
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
