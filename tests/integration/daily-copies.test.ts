import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { copyName } from "#app/domain/copies.ts";
import { dayInRome } from "#app/domain/days.ts";
import { ask } from "#tests/support/requests.ts";
import { copyIfDue } from "../../scripts/daily-copies.ts";

// After the demonstration is loaded: the clock reads its day once.
const { copiesFolder } = await import("#app/copies.server.ts");
const { machineNow } = await import("#app/clock.server.ts");

const NOW = "2026-11-21T02:00:00.000Z";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "rotta-")), "copie");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true });
  delete process.env.ROTTA_COPIE;
});

describe("the copy of the day", () => {
  const made: string[] = [];
  const said: string[] = [];
  const look = (fault?: string) =>
    copyIfDue(folder, NOW, {
      makeCopy: (where) => Promise.resolve(made.push(where)).then(() => fault),
      say: (sentence) => said.push(sentence),
    });
  beforeEach(() => {
    made.length = 0;
    said.length = 0;
  });

  test("is made in a folder that is made with it, once", async () => {
    await look();
    writeFileSync(join(folder, "rotta-2026-11-21-030000.sqlite"), "");
    await look();

    expect(made).toEqual([folder]);
    expect(said).toEqual([]);
  });

  test("is made where there is only yesterday's", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "rotta-2026-11-20-235959.sqlite"), "");
    await look();

    expect(made).toEqual([folder]);
  });

  test("is made where the newest is dated ahead: the clock was once wrong", async () => {
    mkdirSync(folder);
    for (const day of ["2026-11-20", "2031-01-01"])
      writeFileSync(join(folder, `rotta-${day}-030000.sqlite`), "");
    await look();

    expect(made).toEqual([folder]);
  });

  test("says in the log what went wrong, and stops nothing", async () => {
    expect(await look("Il disco è pieno.")).toBe("Il disco è pieno.");
    expect(said).toEqual([`La copia giornaliera in ${folder} non è riuscita: Il disco è pieno.`]);
  });

  test("says it also of a folder that cannot be", async () => {
    writeFileSync(folder, "un file, non una cartella");

    expect(await look()).toMatch(/ENOTDIR|EEXIST/);
    expect(said).toHaveLength(1);
  });
});

describe("where copies go", () => {
  test("beside the database, but nowhere with the demonstration", () => {
    process.env.DATABASE_PATH = "/var/lib/rotta/rotta.sqlite";
    const [own, demonstration] = [copiesFolder(false), copiesFolder(true)];
    process.env.DATABASE_PATH = ":memory:";

    expect(own).toBe("/var/lib/rotta/copie");
    expect(demonstration).toBeUndefined();
  });

  test("where the variable says, or nowhere", () => {
    process.env.ROTTA_COPIE = "/mnt/copie";
    expect([copiesFolder(false), copiesFolder(true)]).toEqual(["/mnt/copie", "/mnt/copie"]);
    process.env.ROTTA_COPIE = "no";
    expect(copiesFolder(false)).toBeUndefined();
  });
});

describe("the desk of the administrator", () => {
  const copiesSeenBy = async (as: string) =>
    ((await ask("/", { as })).data as { copies?: { folder?: string; isOverdue?: boolean } }).copies;

  test("says that copies are off, that they are missing, or when the last one was made; to nobody else", async () => {
    expect(await copiesSeenBy("amministratore")).toEqual({ folder: undefined });
    process.env.ROTTA_COPIE = folder;
    expect(await copiesSeenBy("amministratore")).toMatchObject({ folder, isOverdue: true });
    mkdirSync(folder);
    writeFileSync(join(folder, "rotta-2999-12-31-030000.sqlite"), "");
    expect(await copiesSeenBy("amministratore")).toMatchObject({ folder, last: undefined, isOverdue: true });
    const now = machineNow();
    writeFileSync(join(folder, copyName(now)), "");

    expect(await copiesSeenBy("amministratore")).toEqual({ folder, last: dayInRome(now), isOverdue: false });
    for (const other of ["rtd", "giunta", "dirigente-settore-1"])
      expect(await copiesSeenBy(other)).toBeUndefined();
  });
});
