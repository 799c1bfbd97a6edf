import { mkdirSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { ask } from "../../scripts/bench/requests.ts";
import { serve } from "../../scripts/bench/served.ts";
import { countLines, exportOf, lastSequence, noNews, run, signIn, test } from "../support/own-server.ts";

const CODE = "4.6.3";
const YEAR = 2022;
const ADDRESS = `/piani/2021-2023/azioni/${CODE}/${YEAR}/stato`;

/** Writes one line after the other until it is told to stop; says how many were acknowledged so far. */
function keepWriting(port: number, cookie: string, sequence: number) {
  const writing = { acknowledged: 0, isStopped: false };
  const work = async () => {
    let last = sequence;
    while (!writing.isStopped) {
      const form = noNews(last, `scritta numero ${writing.acknowledged + 1}`);
      const { status, location } = await ask(port, { path: ADDRESS, cookie, form });
      expect(status).toBe(302);
      last = Number(/registrata=(\d+)/.exec(location)![1]);
      writing.acknowledged += 1;
    }
  };
  return { writing, done: work() };
}

test("a backup is made while others write; restored, the export is the same to the byte", async ({
  folder,
}) => {
  const path = join(folder, "rotta.sqlite");
  const copies = join(folder, "copie");
  mkdirSync(copies);
  const served = await serve(path);
  const atFirst = countLines(path);
  const { writing, done } = keepWriting(
    served.port,
    await signIn(served.port),
    lastSequence(path, CODE, YEAR),
  );
  await expect.poll(() => writing.acknowledged).toBeGreaterThan(2);

  const before = writing.acknowledged;
  expect(await run("backup", path, "--to", copies)).toMatchObject({ code: 0, errors: "" });
  const after = writing.acknowledged;
  expect(after).toBeGreaterThan(before);
  const copy = join(copies, readdirSync(copies)[0]!);
  expect(await run("restore", path, copy)).toMatchObject({
    code: 2,
    errors: expect.stringContaining("è in uso: ferma il server"),
  });
  writing.isStopped = true;
  await done;
  await served.stop();
  expect(countLines(path)).toBe(atFirst + writing.acknowledged);

  const [ofCopy, ofTheLast] = [await exportOf(copy), await exportOf(path)];
  expect(ofCopy).not.toBe(ofTheLast);
  expect(await run("restore", path, copy)).toMatchObject({ code: 0, errors: "" });
  expect(await exportOf(path)).toBe(ofCopy);
  expect(countLines(path) - atFirst).toBeGreaterThanOrEqual(before);
  expect(countLines(path) - atFirst).toBeLessThanOrEqual(after + 1);

  const aside = readdirSync(folder).find((name) => name.includes("prima-del-ripristino"))!;
  expect(await run("restore", path, join(folder, aside))).toMatchObject({ code: 0 });
  expect(await exportOf(path)).toBe(ofTheLast);
});

test("a stop finishes what was accepted, refuses what comes later, and ends well", async ({ folder }) => {
  const path = join(folder, "rotta.sqlite");
  const served = await serve(path);
  const cookie = await signIn(served.port);
  const body = new URLSearchParams(
    noNews(lastSequence(path, CODE, YEAR), "salvata durante la fermata"),
  ).toString();
  const lines = countLines(path);

  const socket = connect(served.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (part: Buffer) => (answer += part.toString()));
  const head = [
    `POST ${ADDRESS} HTTP/1.1`,
    "Host: 127.0.0.1",
    `Cookie: ${cookie}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 20)}`);
  await expect.poll(() => socket.bytesWritten).toBeGreaterThan(20);
  await ask(served.port, { path: "/salute" });
  const stopped = served.stop();
  await expect
    .poll(() =>
      ask(served.port, { path: "/salute" }).then(
        () => "answered",
        (error: { code: string }) => error.code,
      ),
    )
    .toBe("ECONNREFUSED");
  socket.write(body.slice(20));

  expect(await stopped).toEqual({ code: 0, said: "" });
  expect(answer).toMatch(/^HTTP\/1\.1 302 /);
  expect(countLines(path)).toBe(lines + 1);
});

test("killed while others write, it has lost nothing that it acknowledged, and the chain holds", async ({
  folder,
}) => {
  const path = join(folder, "rotta.sqlite");
  const served = await serve(path);
  const atFirst = countLines(path);
  const { writing, done } = keepWriting(
    served.port,
    await signIn(served.port),
    lastSequence(path, CODE, YEAR),
  );
  await expect.poll(() => writing.acknowledged).toBeGreaterThan(5);
  process.kill(served.pid, "SIGKILL");
  await expect(done).rejects.toThrow();

  const found = countLines(path) - atFirst;
  expect(found).toBeGreaterThanOrEqual(writing.acknowledged);
  expect(found).toBeLessThanOrEqual(writing.acknowledged + 1);
  expect(await run("data-verify", path)).toMatchObject({ code: 0 });
});

test("the program makes the copy of the day by itself, where it is told to", async ({ folder }) => {
  const copies = join(folder, "copie");
  const served = await serve(join(folder, "rotta.sqlite"), { env: { ROTTA_COPIE: copies } });
  const copiesMade = () => {
    try {
      return readdirSync(copies).filter((name) => name.endsWith(".sqlite"));
    } catch {
      return [];
    }
  };
  await expect.poll(copiesMade, { timeout: 40_000 }).toHaveLength(1);

  expect(await served.stop()).toEqual({ code: 0, said: "" });
  expect(await run("data-verify", join(copies, copiesMade()[0]!))).toMatchObject({ code: 0 });
});
