import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createPress } from "#app/outside/press.server.ts";

/** A thread that does as it is told: makes what it was asked, dies of it, or never comes back. */
const OBEDIENT = `
import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", ({ does, what }) => {
  if (does === "dies") process.exit(3);
  if (does === "throws") throw new Error("out of paper");
  if (does === "sleeps") return;
  if (does === "refuses") return parentPort.postMessage({ why: what });
  parentPort.postMessage({ bytes: new Uint8Array([what, threadId]) });
});`;

describe("a thread that makes files", () => {
  let worker: string;

  beforeAll(() => {
    worker = join(mkdtempSync(join(tmpdir(), "rotta-press-")), "obedient.mjs");
    writeFileSync(worker, OBEDIENT);
  });

  const aPress = (patience = 10_000) => createPress({ worker, workerData: {}, patience });
  const thing = (what: number) => ({ does: "makes", what });

  test("is kept for what comes next, and makes everything in order", async () => {
    const press = aPress();
    const made = await Promise.all([1, 2, 3].map((what) => press.make(thing(what))));

    expect(made.map(([what]) => what)).toEqual([1, 2, 3]);
    expect(new Set(made.map(([, thread]) => thread)).size).toBe(1);
  });

  test("says why it could not make something, and goes on", async () => {
    const press = aPress();

    await expect(press.make({ does: "refuses", what: "no font" })).rejects.toThrow("no font");
    expect([...(await press.make(thing(1)))][0]).toBe(1);
  });

  test.each([
    ["dies", /ended \(3\)/],
    ["throws", /out of paper/],
  ])("is made anew when it %s, for what waits as well", async (does, why) => {
    const press = aPress();
    const [before] = [await press.make(thing(1))];
    const [lost, after] = await Promise.allSettled([press.make({ does }), press.make(thing(2))]);

    expect(lost).toMatchObject({
      status: "rejected",
      reason: expect.objectContaining({ message: expect.stringMatching(why) }),
    });
    expect(after).toMatchObject({ status: "fulfilled" });
    expect((after as PromiseFulfilledResult<Uint8Array>).value[1]).not.toBe(before[1]);
  });

  test("is not waited for longer than was said", async () => {
    const press = aPress(300);

    await expect(press.make({ does: "sleeps" })).rejects.toThrow("not made within 300 ms");
    expect([...(await press.make(thing(4)))][0]).toBe(4);
  });
});
