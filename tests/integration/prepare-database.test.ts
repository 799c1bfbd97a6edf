import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { verifyChain } from "#app/domain/history-chain.ts";
import { listChain } from "#db/chain.ts";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { findSetting } from "#db/settings.ts";
import { recordLine } from "#db/status-lines.ts";
import { insertUser } from "#db/users.ts";
import { aNewLine } from "#tests/support/examples.ts";
import { prepareDatabase } from "../../scripts/prepare-database.ts";

let database: OpenDatabase;
beforeEach(() => {
  for (const name of ["ROTTA_OGGI", "ROTTA_DIMOSTRAZIONE", "ROTTA_ENTE"]) vi.stubEnv(name, undefined);
  database = openDatabase(":memory:");
});
afterEach(() => vi.unstubAllEnvs());

function count(table: string): number {
  return database.sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number;
}

function lastDay(): string {
  return (database.sqlite.prepare("select max(recorded_at) from status_line").pluck().get() as string).slice(
    0,
    10,
  );
}

async function insertAUser() {
  await insertUser(database.db, {
    id: "4f7c",
    username: "anna",
    name: "Anna",
    role: "rtd",
    password_hash: "-",
    created_at: "2026-10-15T08:00:00.000Z",
    officeIds: [],
  });
}

/** A line recorded on a day, on the annualità 2025 of 4.2.1, which the demonstration never touches. */
async function recordOn(day: string) {
  const id = database.sqlite
    .prepare(
      `select action_year.id from action_year join plan_action on plan_action.id = plan_action_id
       where code = '4.2.1' and year = 2025`,
    )
    .pluck()
    .get() as number;
  await recordLine(database.db, aNewLine(id, { effectiveOn: day }), { sequence: 0, targetSequence: 0 });
}

describe("an empty database", () => {
  test("gets the demonstration, whose today is its own day", async () => {
    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: "2026-10-15" });
    expect([count("plan"), count("plan_action"), count("user")]).toEqual([2, 98, 10]);
    expect(lastDay() <= "2026-10-15").toBe(true);
    expect(verifyChain(await listChain(database.db))).toMatchObject({ ok: true });
  });

  test("stays empty when that is asked, at the program's schema", async () => {
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", "no");

    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: undefined });
    expect([count("plan"), count("user"), count("status_line"), count("setting")]).toEqual([0, 0, 0, 0]);
  });

  test("that stayed empty gets the demonstration when it is no longer asked not to", async () => {
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", "no");
    await prepareDatabase(database);
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", undefined);

    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: "2026-10-15" });
  });

  test("is given the name of the ente, once it is said", async () => {
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", "no");
    vi.stubEnv("ROTTA_ENTE", "Comune di Prova");
    await prepareDatabase(database);
    vi.stubEnv("ROTTA_ENTE", undefined);
    await prepareDatabase(database);

    expect(await findSetting(database.db, "entity_name")).toBe("Comune di Prova");
  });
});

describe("a second run", () => {
  test("loads nothing twice", async () => {
    await prepareDatabase(database);
    const before = database.sqlite.serialize();

    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: "2026-10-15" });
    expect(database.sqlite.serialize().equals(before)).toBe(true);
  });

  test("loads nothing beside one's own data: one account is enough", async () => {
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", "no");
    await prepareDatabase(database);
    await insertAUser();
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", undefined);

    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: undefined });
    expect([count("plan"), count("user")]).toEqual([0, 1]);
  });

  test("never renames the ente of the demonstration", async () => {
    await prepareDatabase(database);
    vi.stubEnv("ROTTA_ENTE", "Comune di Prova");
    await prepareDatabase(database);

    expect(await findSetting(database.db, "entity_name")).toBe("Comune dimostrativo");
  });
});

describe("the story", () => {
  test("stops at the day that is set, whatever the demonstration knows of what comes after", async () => {
    vi.stubEnv("ROTTA_OGGI", "2022-06-30");

    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: "2022-06-30" });
    expect(lastDay() <= "2022-06-30").toBe(true);
    expect(lastDay() >= "2022-06-01").toBe(true);
    expect(verifyChain(await listChain(database.db))).toMatchObject({
      ok: true,
      lines: count("status_line"),
    });
  });

  test("has not begun before the adoption: the plans are there, no line is", async () => {
    vi.stubEnv("ROTTA_OGGI", "2021-01-01");

    expect(await prepareDatabase(database)).toEqual({ ok: true, demonstrationDay: "2021-01-01" });
    expect([count("plan_action"), count("status_line")]).toEqual([98, 0]);
  });
});

describe("the day that is set", () => {
  async function sentenceFor(day: string) {
    vi.stubEnv("ROTTA_OGGI", day);
    const prepared = await prepareDatabase(database);
    return prepared.ok ? undefined : prepared.sentence;
  }

  test.each(["domani", "15/10/2026", "2026-02-29", "2026-10-15T08:00"])(
    "«%s» is refused: it is not a day, and nothing is loaded",
    async (day) => {
      expect(await sentenceFor(day)).toBe(`ROTTA_OGGI=${day} non è un giorno: scrivilo come 2026-10-15.`);
      expect(count("plan")).toBe(0);
    },
  );

  test("is refused on own data, where today is today", async () => {
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", "no");
    await prepareDatabase(database);
    await insertAUser();

    expect(await sentenceFor("2026-10-15")).toMatch(/^ROTTA_OGGI vale solo con i dati dimostrativi: /);
  });

  test("is refused before the last line, which it names; that very day, and later ones, are not", async () => {
    await prepareDatabase(database);
    const last = lastDay();

    expect(await sentenceFor("2026-10-01")).toBe(
      `Il giorno della dimostrazione, 2026-10-01, viene prima dell’ultima registrazione (${last}): avvia con ROTTA_OGGI=${last} o un giorno successivo.`,
    );
    expect(await sentenceFor(last)).toBeUndefined();
    expect(await sentenceFor("2027-01-01")).toBeUndefined();
  });

  test("is the day in Rome: a line of late evening, UTC, is of the day after", async () => {
    vi.stubEnv("ROTTA_OGGI", "2027-01-01");
    await prepareDatabase(database);
    const line = { by: { id: "4f7c", role: "rtd", officeId: null, at: "2026-12-31T23:30:00.000Z" } } as const;
    const id = database.sqlite.prepare("select min(id) from action_year").pluck().get() as number;
    const sequence = database.sqlite
      .prepare("select max(sequence) from status_line where action_year_id = ?")
      .pluck()
      .get(id) as number;
    await recordLine(database.db, aNewLine(id, { effectiveOn: "2026-12-31" }, line), {
      sequence,
      targetSequence: 0,
    });

    expect(await sentenceFor("2026-12-31")).toMatch(/ultima registrazione \(2027-01-01\)/);
    expect(await sentenceFor("2027-01-01")).toBeUndefined();
  });

  test("no longer set, is refused too where lines were recorded after the demonstration's own day", async () => {
    vi.stubEnv("ROTTA_OGGI", "2027-01-15");
    await prepareDatabase(database);
    await recordOn("2027-01-15");
    vi.stubEnv("ROTTA_OGGI", undefined);

    expect(await prepareDatabase(database)).toMatchObject({ ok: false });
  });
});

describe("a database of a newer program", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rotta-"));
    database = openDatabase(join(folder, "rotta.sqlite"));
  });
  afterEach(() => {
    database.sqlite.close();
    rmSync(folder, { recursive: true });
  });

  test("is refused with a sentence that names what it does not know", async () => {
    vi.stubEnv("ROTTA_DIMOSTRAZIONE", "no");
    await prepareDatabase(database);
    database.sqlite.exec("insert into kysely_migration values ('0099-piu-nuova', '2030-01-01')");

    expect(await prepareDatabase(database)).toEqual({
      ok: false,
      sentence: `La base dati ${database.path} è di una versione di Rotta più recente (0099-piu-nuova): aggiorna il programma. Non è stato toccato nulla.`,
    });
  });
});
