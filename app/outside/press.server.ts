import { Worker } from "node:worker_threads";

type Answer = { bytes: Uint8Array } | { why: string };
type Job = { order: object; settle: (answer: Answer) => void };

/** What a thread is made from, and how long it may take for one job, in milliseconds. */
export type PressSettings = { worker: string; workerData: object; patience: number };

/** The most that JavaScript may hold in the thread, in MiB; what the compiler holds is not counted. */
const HEAP = 64;

/**
 * Makes files in a thread, one at a time; the thread is kept for the next. A job that takes too long, or that the thread dies of, is rejected with
 * why, and those that wait go on in a new thread. A thread at rest does not keep the program from ending.
 */
export function createPress(settings: PressSettings) {
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let running: { job: Job; patience: NodeJS.Timeout } | undefined;

  function next() {
    const job = running ? undefined : waiting.shift();
    if (!job) return;
    worker ??= start();
    worker.ref();
    const patience = setTimeout(() => abandon(`not made within ${settings.patience} ms`), settings.patience);
    running = { job, patience };
    worker.postMessage(job.order);
  }

  function start(): Worker {
    const started = new Worker(settings.worker, {
      workerData: settings.workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
      execArgv: [],
    });
    const ifInUse = (then: () => void) => worker === started && then();
    started.on("message", (answer: Answer) => ifInUse(() => finish(answer)));
    started.on("error", (error) => ifInUse(() => abandon(error.message)));
    started.on("exit", (code) => ifInUse(() => abandon(`its thread ended (${code})`)));
    return started;
  }

  /** Native code cannot be stopped half-way: the thread ends when it comes back, and nobody waits for it. */
  function abandon(why: string) {
    void worker?.terminate();
    worker = undefined;
    finish({ why });
  }

  function finish(answer: Answer) {
    const done = running;
    running = undefined;
    clearTimeout(done?.patience);
    worker?.unref();
    done?.job.settle(answer);
    next();
  }

  function make(order: object): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer) =>
        "why" in answer ? reject(new Error(answer.why)) : resolve(answer.bytes);
      waiting.push({ order, settle });
      next();
    });
  }

  return { make };
}
