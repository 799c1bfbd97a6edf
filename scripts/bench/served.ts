import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { ask } from "./requests.ts";

/** How long a server may take to answer for the first time before it is given up, in milliseconds. */
const LONGEST_START = 30_000;

export type Served = {
  pid: number;
  port: number;
  /** From the start of the process to its first answer. */
  startedIn: number;
  memory: () => { now: number; peak: number | null };
  /** Stops it as a service is stopped; returns what it said on standard error, and its exit code. */
  stop: () => Promise<{ said: string; code: number | null }>;
};

/** What `npm start` runs, without npm: the same limits of memory. */
function startCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  const [, ...args] = scripts.start.split(" ");
  return [process.execPath, ...args];
}

/** Serves the built application on a free port of the loopback, in production mode, as a process of its own. */
export async function serve(
  databasePath: string,
  { command = startCommand(), env = {} }: { command?: string[]; env?: Record<string, string> } = {},
): Promise<Served> {
  const port = await freePort();
  const started = performance.now();
  const own = { NODE_ENV: "production" as const, DATABASE_PATH: databasePath, PORT: String(port) };
  const child = spawn(command[0]!, command.slice(1), {
    env: { ...process.env, ...own, ...env },
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const endWithUs = () => child.exitCode === null && process.kill(-child.pid!, "SIGKILL");
  process.once("exit", endWithUs);
  const closed = once(child, "close").finally(() => process.off("exit", endWithUs));
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said += part.toString()));
  await answers(port, child, () => said);
  return {
    pid: child.pid!,
    port,
    startedIn: performance.now() - started,
    memory: () => memoryOf(child.pid!),
    stop: async () => {
      process.kill(-child.pid!, "SIGTERM");
      const [code] = (await closed) as [number | null];
      return { said, code };
    },
  };
}

/** How many times a server said that its database was locked. */
export function lockedIn(said: string): number {
  return said.match(/database is locked|SQLITE_BUSY/g)?.length ?? 0;
}

async function answers(port: number, child: ChildProcess, said: () => string): Promise<void> {
  const until = performance.now() + LONGEST_START;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`Il server non si avvia: ${said()}`);
    const status = await ask(port, { path: "/salute" }).then(
      (reply) => reply.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Il server non risponde dopo ${LONGEST_START / 1000} secondi: ${said()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Resident memory in bytes, now and at its highest: from Linux itself, or from `ps`, which knows no peak. */
function memoryOf(pid: number): { now: number; peak: number | null } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)![1]);
    return { now: kilobytes("VmRSS") * 1024, peak: kilobytes("VmHWM") * 1024 };
  } catch {
    const said = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
    return { now: Number(said.trim()) * 1024, peak: null };
  }
}
