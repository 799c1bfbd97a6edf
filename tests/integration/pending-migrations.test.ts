import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, type Migration, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyChain } from "#app/domain/history-chain.ts";
import { appendToChain, listChain } from "#db/chain.ts";
import { migrate, MIGRATIONS } from "#db/migrate.ts";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { listAreas, recordAreaTitle } from "#db/plan/areas.ts";
import { recordLine } from "#db/status-lines.ts";
import { listWorkProcesses } from "#db/work-process/work-processes.ts";
import { aNewLine, insertPlan } from "#tests/support/examples.ts";

/** A migration of the next version: each statement in its order. */
function aMigration(...statements: string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const NEXT = {
  ...MIGRATIONS,
  "9998-notes": aMigration("create table note (text text not null) strict"),
  "9999-plan-notes": aMigration("alter table plan add column note text", "update plan set note = 'nota'"),
};

let folder: string;
let path: string;
let database: OpenDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rotta-"));
  path = join(folder, "rotta.sqlite");
  database = openDatabase(path);
  await migrate(database);
  await insertPlan(database.db);
  await recordLine(database.db, aNewLine(2022, { reason: "avviato" }), { sequence: 0, targetSequence: 0 });
});
afterEach(() => {
  database.sqlite.close();
  rmSync(folder, { recursive: true });
});

function tablesOf({ sqlite }: OpenDatabase): unknown[] {
  return sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
}

describe("a pending migration on a database with rows", () => {
  const copyOf = () => `${path}-prima-di-9998-notes.sqlite`;

  test("first puts a copy aside, named after the first that is pending; it opens, and holds the old rows", async () => {
    expect(await migrate(database, NEXT)).toEqual({
      ok: true,
      applied: ["9998-notes", "9999-plan-notes"],
      copy: copyOf(),
    });
    const copy = openDatabase(copyOf());

    expect(verifyChain(await listChain(copy.db))).toMatchObject({ ok: true, lines: 1 });
    expect(tablesOf(copy)).not.toContain("note");
    copy.sqlite.close();
  });

  test("keeps the rows, and runs once", async () => {
    await migrate(database, NEXT);

    expect(verifyChain(await listChain(database.db))).toMatchObject({ ok: true, lines: 1 });
    expect(database.sqlite.prepare("select note from plan").pluck().all()).toEqual(["nota"]);
    expect(await migrate(database, NEXT)).toEqual({ ok: true, applied: [], copy: undefined });
  });

  test("that fails half-way leaves nothing behind: neither its own half, nor what ran before it", async () => {
    const before = tablesOf(database);
    const failing = {
      ...NEXT,
      "9999-plan-notes": aMigration("create table half (a text) strict", "create tabel"),
    };

    await expect(migrate(database, failing)).rejects.toThrow(/syntax error/);
    expect(tablesOf(database)).toEqual(before);
    expect(database.sqlite.prepare("select name from kysely_migration").pluck().all()).toEqual(
      Object.keys(MIGRATIONS),
    );
    expect(existsSync(copyOf())).toBe(true);
    expect(await migrate(database, NEXT)).toMatchObject({
      ok: true,
      applied: ["9998-notes", "9999-plan-notes"],
    });
  });

  test("of a newer program leaves the database to it alone: this one refuses it", async () => {
    await migrate(database, NEXT);

    expect(await migrate(database)).toEqual({
      ok: false,
      reason: "newer-than-the-program",
      unknown: ["9998-notes", "9999-plan-notes"],
    });
  });

  test("leaves no copy when nothing is pending", async () => {
    await migrate(database);

    expect(readdirSync(folder).filter((name) => name.includes("prima-di"))).toEqual([]);
  });
});

describe("a database of the first version", () => {
  test("keeps its people, offices and history, and is ready for what the next ones add", async () => {
    const first = openDatabase(join(folder, "prima.sqlite"));
    await migrate(first, { "0001-the-plan": MIGRATIONS["0001-the-plan"]! });
    await insertPlan(first.db);
    await appendToChain(first.db, aNewLine(2022, { reason: "avviato" }), null);
    first.sqlite.exec(`
      insert into user values ('u', 'rtd', 'RTD', 'rtd', 'x', '2024-01-01T00:00:00.000Z', null);
      insert into session values ('t', 'u', '2024-01-01T00:00:00.000Z', '2024-01-01T12:00:00.000Z', null)`);
    const offices = first.sqlite.prepare("select code from office order by id").pluck().all();

    expect(await migrate(first)).toMatchObject({
      ok: true,
      applied: Object.keys(MIGRATIONS).slice(1),
    });
    expect(verifyChain(await listChain(first.db))).toMatchObject({ ok: true, lines: 1 });
    expect(
      first.sqlite.prepare("select code from office where ceased_on is null order by id").pluck().all(),
    ).toEqual(offices);
    expect(first.sqlite.prepare("select seen_sequence from user").pluck().all()).toEqual([null]);
    expect(first.sqlite.prepare("select news_after_sequence from session").pluck().all()).toEqual([null]);
    first.sqlite.close();
  });
});

describe("a database of the second version", () => {
  test("keeps its areas as its plan was adopted with them, and can have them reworded", async () => {
    const second = openDatabase(join(folder, "seconda.sqlite"));
    const [first, next] = ["0001-the-plan", "0002-living-in-it"];
    await migrate(second, { [first!]: MIGRATIONS[first!]!, [next!]: MIGRATIONS[next!]! });
    await insertPlan(second.db);

    expect(await migrate(second)).toMatchObject({ ok: true, applied: Object.keys(MIGRATIONS).slice(2) });
    expect(await listAreas(second.db, 1, "2021-05-04")).toEqual([{ id: 1, code: "4.3", title: "Servizi" }]);
    const by = { at: "2022-03-15T09:00:00.000Z", id: "u", role: "rtd", officeId: null } as const;
    const edit = { by, reason: "riordino", act: null, today: "2022-03-15" };
    const reworded = { areaId: 1, expected: 0, title: "Servizi digitali" };
    expect(await recordAreaTitle(second.db, reworded, edit)).toMatchObject({ recorded: true });
    expect(await listAreas(second.db, 1, "2022-03-14")).toMatchObject([{ title: "Servizi" }]);
    expect(await listAreas(second.db, 1, "2022-03-15")).toMatchObject([{ title: "Servizi digitali" }]);
    second.sqlite.close();
  });
});

describe("a database of the third version", () => {
  test("has its edits placed among the lines of history by their moments", async () => {
    const third = openDatabase(join(folder, "terza.sqlite"));
    await migrate(third, Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 3)));
    await insertPlan(third.db);
    await appendToChain(third.db, aNewLine(2022, { effectiveOn: "2022-03-15" }), null);
    await appendToChain(third.db, aNewLine(2023, { effectiveOn: "2022-04-15" }), null);
    third.sqlite.exec(
      `insert into edit (id, recorded_at, author_id, author_role, reason) values (2, '2022-04-01T10:00:00.000Z', 'u', 'rtd', '')`,
    );

    expect(await migrate(third)).toMatchObject({ ok: true, applied: Object.keys(MIGRATIONS).slice(3) });
    expect(third.sqlite.prepare("select after_sequence from edit order by id").pluck().all()).toEqual([0, 1]);
    third.sqlite.close();
  });
});

describe("a database of the sixth version", () => {
  test("keeps its history, and has no process until someone adds one", async () => {
    const sixth = openDatabase(join(folder, "sesta.sqlite"));
    await migrate(sixth, Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 6)));
    await insertPlan(sixth.db);
    await appendToChain(sixth.db, aNewLine(2022, { reason: "avviato" }), null);

    expect(await migrate(sixth)).toMatchObject({ ok: true, applied: Object.keys(MIGRATIONS).slice(6) });
    expect(await listWorkProcesses(sixth.db, "2022-12-31")).toEqual([]);
    const completed = aNewLine(2022, { to: "completed", progress: 100 });
    const outcome = await recordLine(sixth.db, completed, { sequence: 1, targetSequence: 0 });
    expect(outcome).toMatchObject({ recorded: true, sequence: 2 });
    expect(verifyChain(await listChain(sixth.db))).toMatchObject({ ok: true, lines: 2 });
    sixth.sqlite.close();
  });
});
