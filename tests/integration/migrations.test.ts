import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyChain } from "#app/domain/history-chain.ts";
import { appendToChain, listChain } from "#db/chain.ts";
import { migrate, MIGRATIONS } from "#db/migrate.ts";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { writeActionYearOffices } from "#db/plan-action/plan-action-responsibles.ts";
import { recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { AN_EDIT, aNewLine, anEvidence, insertPlan } from "#tests/support/examples.ts";

let folder: string;
let path: string;
let database: OpenDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rotta-"));
  path = join(folder, "rotta.sqlite");
  database = openDatabase(path);
});
afterEach(() => {
  database.sqlite.close();
  rmSync(folder, { recursive: true });
});

function reopened(): OpenDatabase {
  database.sqlite.close();
  database = openDatabase(path);
  return database;
}

function pragma(name: string): unknown {
  return database.sqlite.pragma(name, { simple: true });
}

describe("an empty file", () => {
  test("is brought to the newest schema, and there is nothing to copy", async () => {
    expect(await migrate(database)).toEqual({ ok: true, applied: Object.keys(MIGRATIONS), copy: undefined });
    expect(readdirSync(folder).filter((name) => name.includes("prima-di"))).toEqual([]);
  });

  test("is brought there once: a second run applies nothing, whoever opens it", async () => {
    await migrate(database);

    expect(await migrate(database)).toEqual({ ok: true, applied: [], copy: undefined });
    expect(await migrate(reopened())).toEqual({ ok: true, applied: [], copy: undefined });
  });

  test("has only tables that refuse a value of another type", async () => {
    await migrate(database);
    const tables = database.sqlite
      .prepare("select name, strict from pragma_table_list where schema = 'main' and type = 'table'")
      .all() as { name: string; strict: 0 | 1 }[];
    const ours = tables.filter(({ name }) => !/^(sqlite|kysely)_/.test(name));

    expect(ours.map(({ name }) => name)).toEqual(expect.arrayContaining(["plan", "status_line", "user"]));
    expect(ours.filter(({ strict }) => strict === 0)).toEqual([]);
    expect(() => database.sqlite.exec("insert into setting values ('entity_name', x'00')")).toThrow(
      /cannot store BLOB/,
    );
  });
});

describe("a database file", () => {
  test("is written so that what is acknowledged is on disk: WAL, and synchronous FULL", () => {
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2);
  });

  test("holds its foreign keys", async () => {
    await migrate(database);

    expect(pragma("foreign_keys")).toBe(1);
    expect(() => database.sqlite.exec("insert into user_office values ('nessuno', 1)")).toThrow(
      /FOREIGN KEY/,
    );
  });

  test("is made with its folder when neither is there", () => {
    const deeper = openDatabase(join(folder, "una", "due", "rotta.sqlite"));
    deeper.sqlite.close();

    expect(readdirSync(join(folder, "una", "due"))).toContain("rotta.sqlite");
  });
});

describe("a database that a newer program has touched", () => {
  beforeEach(async () => {
    await migrate(database);
    await insertPlan(database.db);
    database.sqlite.exec(
      "insert into kysely_migration values ('0099-piu-nuova', '2030-01-01T00:00:00.000Z')",
    );
  });

  test("is refused, naming the migrations that this program does not know", async () => {
    expect(await migrate(database)).toEqual({
      ok: false,
      reason: "newer-than-the-program",
      unknown: ["0099-piu-nuova"],
    });
  });

  test("is left as it was, byte for byte, with nothing beside it", async () => {
    database.sqlite.close();
    const before = readFileSync(path);
    await migrate(reopened());
    database.sqlite.close();

    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["rotta.sqlite"]);
  });
});

test("a file of another program is refused and left as it is", async () => {
  database.sqlite.exec("create table note (testo text)");

  expect(await migrate(database)).toEqual({ ok: false, reason: "not-a-database-of-rotta" });
  expect(database.sqlite.prepare("select name from sqlite_master").pluck().all()).toEqual(["note"]);
});

test("a migration that fails half-way leaves nothing behind: neither tables nor a note that it ran", async () => {
  database.sqlite.exec(`create table contribution (di_altri text);
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`);

  await expect(migrate(database)).rejects.toThrow(/table contribution already exists/);
  const tables = database.sqlite
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
    .pluck()
    .all();
  expect(tables).toEqual(["contribution"]);

  database.sqlite.exec("drop table contribution");
  expect(await migrate(database)).toMatchObject({ ok: true, applied: Object.keys(MIGRATIONS) });
});

test("an edit that a rescheduling brought before it said so is told by its line; one by hand on the same day is not", async () => {
  const older = Object.entries(MIGRATIONS).filter(([name]) => name < "0006");
  await migrate(database, Object.fromEntries(older));
  const { db } = database;
  await insertPlan(db);
  const rescheduled = { to: "rescheduled", targetYear: 2023, reason: "slitta" } as const;
  const brought = aNewLine(2022, rescheduled);
  const { id: author_id, role: author_role, officeId: author_office_id, at: recorded_at } = brought.by;
  const by = { author_id, author_role, author_office_id, recorded_at };
  const byHand = { id: 2, ...AN_EDIT, ...by, recorded_at: "2022-03-15T09:59:59.000Z", after_sequence: 0 };
  await db.insertInto("edit").values(byHand).execute();
  await writeActionYearOffices({ tx: db, edit: 2, inPlace: false, on: "2022-03-15" }, 2023, []);
  await db
    .insertInto("edit")
    .values({ id: 3, ...AN_EDIT, ...by, after_sequence: 0 })
    .execute();
  const taken = ["settore-3", "settore-4"];
  await writeActionYearOffices({ tx: db, edit: 3, inPlace: false, on: "2022-03-15" }, 2023, taken);
  await appendToChain(db, brought, 2023);
  await migrate(database);

  const edits = await db.selectFrom("edit").select("offices_from_action_year_id").orderBy("id").execute();
  expect(edits.map((edit) => edit.offices_from_action_year_id)).toEqual([null, null, 2022]);
});

describe("the history, asked by SQL", () => {
  let recorded: OpenDatabase;
  beforeEach(async () => {
    recorded = await emptyDatabase();
    await insertPlan(recorded.db);
    const line = aNewLine(2022, { reason: "avviato", evidence: anEvidence() });
    await recordLine(recorded.db, line, { sequence: 0, targetSequence: 0 });
  });

  const run = (statement: string) => () => recorded.sqlite.exec(statement);

  async function verdict() {
    return verifyChain(await listChain(recorded.db));
  }

  test("cannot be deleted", async () => {
    expect(run("delete from status_line")).toThrow("the history is append-only");
    expect(await verdict()).toMatchObject({ ok: true, lines: 1 });
  });

  test.each([
    "sequence = 9",
    "action_year_id = 2021",
    "from_status = 'suspended'",
    "to_status = 'completed'",
    "progress = 99",
    "due_on = '2030-12-31'",
    "target_action_year_id = 2023",
    "replaces_sequence = 1",
    "place = 7",
    "effective_on = '2021-06-01'",
    "recorded_at = '2021-06-01T10:00:00.000Z'",
    "author_id = 'un altro'",
    "author_role = 'dirigente'",
    "author_office_id = 3",
    "reason_commitment = null",
    "evidence_commitment = null",
    "previous_hash = 'a'",
    "hash = 'a'",
  ])("cannot be rewritten: %s", async (change) => {
    expect(run(`update status_line set ${change}`)).toThrow("the history is append-only");
    expect(await verdict()).toMatchObject({ ok: true, lines: 1 });
  });

  test("has no column that none of its triggers looks at", () => {
    const columns = recorded.sqlite
      .prepare("select name from pragma_table_info('status_line')")
      .pluck()
      .all() as string[];
    const triggers = recorded.sqlite
      .prepare("select sql from sqlite_master where type = 'trigger' and tbl_name = 'status_line'")
      .pluck()
      .all()
      .join("\n");

    expect(columns.filter((name) => !new RegExp(`\\b${name}\\b`).test(triggers))).toEqual([]);
  });

  test("cannot be rewritten by replacing a row with another", async () => {
    const columns =
      "action_year_id, from_status, to_status, place, effective_on, recorded_at, author_id, author_role, previous_hash";
    const replace = `insert or replace into status_line (sequence, progress, hash, ${columns})
      select sequence, 99, 'a', ${columns} from status_line`;

    expect(run(replace)).toThrow();
    expect(await verdict()).toMatchObject({ ok: true, lines: 1 });
  });

  test.each([
    ["reason", "reason = null, reason_salt = null"],
    ["proof", "evidence = null, evidence_salt = null"],
  ])("can have its %s obscured: the chain still verifies, and says so", async (_text, change) => {
    run(`update status_line set ${change}`)();

    expect(await verdict()).toMatchObject({ ok: true, lines: 1, obscured: 1 });
  });

  test.each(["reason = 'un altro motivo'", "evidence = '{}'"])(
    "cannot have a text rewritten: %s",
    async (change) => {
      expect(run(`update status_line set ${change}`)).toThrow("can only be obscured");
      expect(await verdict()).toMatchObject({ ok: true, obscured: 0 });
    },
  );

  test("cannot have a text written where one was obscured", async () => {
    run("update status_line set reason = null, reason_salt = null")();

    expect(run("update status_line set reason = 'avviato', reason_salt = 'a'")).toThrow(
      "can only be obscured",
    );
    expect(await verdict()).toMatchObject({ ok: true, obscured: 1 });
  });

  test.each(["reason_salt = 'a'", "evidence_salt = 'a'", "reason_salt = null", "evidence = null"])(
    "cannot have a text and its salt parted: %s",
    async (change) => {
      expect(run(`update status_line set ${change}`)).toThrow();
      expect(await verdict()).toMatchObject({ ok: true, obscured: 0 });
    },
  );
});
