import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isPasswordOf } from "#app/passwords.server.ts";
import { migrate, MIGRATIONS } from "#db/migrate.ts";
import { type Db, type OpenDatabase, openDatabase } from "#db/open.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";
import { findAccount, findUser, insertUser } from "#db/users.ts";
import { aChange } from "#tests/support/examples.ts";
import { copyToFile, demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import * as dataExport from "../../scripts/data-export.ts";
import { verifyDatabase, verifyFile } from "../../scripts/data-verify.ts";
import { type Ask, openConversation } from "../../scripts/conversation.ts";
import * as userCreate from "../../scripts/user-create.ts";

describe("data:export", () => {
  test("takes a day, or none", () => {
    expect(dataExport.readArguments(["--al", "2022-12-31"])).toEqual({ ok: true, asked: "2022-12-31" });
    expect(dataExport.readArguments([])).toEqual({ ok: true, asked: undefined });
  });

  test.each([
    [["--al"], "Dopo --al manca il giorno"],
    [["--al", "--tutto"], "Dopo --al manca il giorno"],
    [["--tutto"], "C’è un’opzione che non conosco"],
    [["2022-12-31"], "C’è un valore senza la sua opzione"],
  ])("refuses %j, and says how it is used", (args, sentence) => {
    const read = dataExport.readArguments(args);

    expect(read).toMatchObject({ ok: false });
    expect(read).toHaveProperty(
      "sentence",
      expect.stringMatching(new RegExp(`^${sentence}\\. Si usa così: `)),
    );
  });

  test("looks from the end of a past day, and from now where the day is today or not said", () => {
    expect(dataExport.readViewpoint("2022-12-31", "2026-10-15")).toEqual({
      ok: true,
      at: { day: "2022-12-31", isOver: true },
    });
    const now = { ok: true, at: { day: "2026-10-15", isOver: false } };
    expect(dataExport.readViewpoint("2026-10-15", "2026-10-15")).toEqual(now);
    expect(dataExport.readViewpoint(undefined, "2026-10-15")).toEqual(now);
  });

  test.each([
    ["2023-02-29", "2026-10-15", "Il giorno «2023-02-29» non esiste: scrivilo come 2022-12-31."],
    ["", "2026-10-15", "Il giorno «» non esiste: scrivilo come 2022-12-31."],
    ["2026-10-16", "2026-10-15", "Il giorno 16/10/2026 è nel futuro: oggi è il 15/10/2026."],
    [undefined, "domani", "ROTTA_OGGI=domani non è un giorno: scrivilo come 2026-10-15."],
  ])("refuses the day %j when today is %s", (asked, today, sentence) => {
    expect(dataExport.readViewpoint(asked, today)).toEqual({ ok: false, sentence });
  });
});

describe("data:verify", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rotta-"));
    path = join(folder, "rotta.sqlite");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("says how many lines, how many obscured texts and the head, and writes nothing", async () => {
    const demonstration = await demonstrationDatabase();
    demonstration.sqlite.exec("update status_line set reason = null, reason_salt = null where sequence = 3");
    const head = demonstration.sqlite
      .prepare("select hash from status_line order by sequence desc")
      .pluck()
      .get();
    await copyToFile(demonstration, path);
    const before = readFileSync(path);

    expect(await verifyFile(path)).toEqual({
      code: 0,
      sentences: [
        `La base dati ${path} è integra.`,
        "La catena è intatta: 427 righe, 1 testo oscurato.",
        `Testa della catena: ${String(head)}`,
      ],
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("does not make the database that is not there", async () => {
    expect(await verifyFile(path)).toEqual({
      code: 2,
      sentences: [`La base dati ${path} non c’è: avvia Rotta una volta con npm start.`],
    });
    expect(existsSync(path)).toBe(false);
  });

  test("knows a file that is empty, that is something else, that is damaged", async () => {
    writeFileSync(path, "");
    expect(await verifyFile(path)).toMatchObject({
      code: 2,
      sentences: [expect.stringContaining("è vuota")],
    });
    writeFileSync(path, "questo è un testo, non una base dati".repeat(200));
    expect(await verifyFile(path)).toMatchObject({
      code: 1,
      sentences: [expect.stringContaining("danneggiata")],
    });
    const damaged = join(folder, "rovinata.sqlite");
    await copyToFile(await demonstrationDatabase(), damaged);
    writeFileSync(damaged, readFileSync(damaged).fill(0xff, 4096 * 30, 4096 * 60));
    expect(await verifyFile(damaged)).toMatchObject({ code: 1 });
  });

  test.each([
    ["reason = 'Tutto bene.' where sequence = 3", 3, "un testo della riga non corrisponde alla sua impronta"],
    [
      "effective_on = '2021-05-17' where sequence = 3",
      3,
      "il contenuto della riga non corrisponde alla sua impronta",
    ],
    ["previous_hash = 'x' where sequence = 4", 4, "la riga non riporta l’impronta della precedente"],
  ])("says where the chain breaks after «update status_line set %s»", async (change, sequence, fault) => {
    const demonstration = await tamperedWith(`update status_line set ${change}`);
    const line = demonstration.sqlite
      .prepare(
        `select plan_action.code, action_year.year from status_line
         join action_year on action_year.id = action_year_id
         join plan_action on plan_action.id = plan_action_id where sequence = ?`,
      )
      .get(sequence) as { code: string; year: number };

    expect(await verifyDatabase(demonstration)).toMatchObject({
      code: 1,
      sentences: expect.arrayContaining([
        `La catena si rompe alla riga ${sequence} (piano 2021-2023, azione ${line.code}, anno ${line.year}): ${fault}.`,
      ]),
    });
  });

  test("finds a line that is missing", async () => {
    const demonstration = await tamperedWith("delete from status_line where sequence = 1");
    const { code, sentences } = await verifyDatabase(demonstration);

    expect(code).toBe(1);
    expect(sentences[1]).toMatch(/^La catena si rompe alla riga 2 \(.*\): manca una riga prima di questa\.$/);
  });

  test("finds a line out of its place, which no hash covers", async () => {
    const demonstration = await tamperedWith("update status_line set place = 999 where sequence = 1");

    expect((await verifyDatabase(demonstration)).sentences).toEqual([
      "La base dati :memory: non è integra.",
      "Nella riga 1 (piano 2021-2023, azione 4.1.1, anno 2021): la riga non sta al suo posto, o in quello della riga che rettifica.",
    ]);
  });

  test("finds a line that the rules would not have let in, though the chain holds", async () => {
    const demonstration = await demonstrationDatabase();
    await recordAsItIs(demonstration, { from: "suspended", effectiveOn: "2021-06-01" });

    expect((await verifyDatabase(demonstration)).sentences).toEqual([
      "La base dati :memory: non è integra.",
      "Nella riga 428 (piano 2021-2023, azione 4.6.3, anno 2022): la riga parte da uno stato diverso da quello della riga precedente.",
      "Nella riga 428 (piano 2021-2023, azione 4.6.3, anno 2022): la riga ha effetto prima della precedente.",
    ]);
  });

  test("finds a reference to what is not there", async () => {
    const demonstration = await tamperedWith(
      "delete from office where code = 'uo-2.3'",
      "update office set parent_id = 99 where code = 'uo-3.4'",
    );

    expect((await verifyDatabase(demonstration)).sentences).toContainEqual(
      expect.stringMatching(/^Tabella office, riga \d+: si riferisce a una riga di office che non c’è\.$/),
    );
  });

  test("finds it also in a table that has no row ids", async () => {
    const demonstration = await tamperedWith("delete from turn where id = 1");

    expect((await verifyDatabase(demonstration)).sentences).toEqual([
      "La base dati :memory: non è integra.",
      "Tabella turn_claim, una riga: si riferisce a una riga di turn che non c’è.",
    ]);
  });

  test.each([
    [
      "a claim without actions",
      "delete from unblock_claim_action where unblock_claim_id = 3",
      "Lo sblocco 3 non nomina nessuna azione.",
    ],
    [
      "a claim narrowed to what it does not name",
      `insert into unblock_claim_year select 3, action_year.id from action_year join plan_action on plan_action.id = plan_action_id
       where code = '4.6.5' limit 1`,
      "Lo sblocco 3 è ristretto a un’annualità di un’azione che non nomina.",
    ],
    [
      "a blocker that is two things on the same day",
      `insert into blocker_version (blocker_id, kind, extent, basis, removability, held_from_on, opened_by_edit_id)
       select blocker_id, kind, extent, basis, removability, '2026-01-01', opened_by_edit_id from blocker_version where blocker_id = 7`,
      "Tabella blocker_version: il blocco con id 7 ha due versioni nello stesso giorno.",
    ],
  ])("finds %s", async (_, statement, sentence) => {
    expect((await verifyDatabase(await tamperedWith(statement))).sentences).toEqual([
      "La base dati :memory: non è integra.",
      sentence,
    ]);
  });

  test("looks for nothing of the processes in a database that is older than they are", async () => {
    const before = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < "0007"));
    const database = openDatabase(":memory:");
    await migrate(database, before);

    expect((await verifyDatabase(database)).code).toBe(0);
  });
});

describe("user:create", () => {
  const given = { utente: "anna", nome: "Anna Rossi", ruolo: "dirigente", ufficio: "settore-1" };
  const password = "una parola lunga";

  test("makes an account that can sign in, of its office", async () => {
    const { db } = await databaseWithOffices();

    expect(await userCreate.createUser(db, given, answering(password, password))).toEqual({
      ok: true,
      sentence: "Creato l’utente anna (Dirigente).",
    });
    const account = await findAccount(db, "ANNA");
    expect(await isPasswordOf(account, password)).toBe(true);
    expect(await findUser(db, account!.id)).toMatchObject({
      username: "anna",
      name: "Anna Rossi",
      role: "dirigente",
      offices: ["settore-1"],
    });
  });

  test("asks for what was not given, in order, and offers roles and offices", async () => {
    const { db } = await databaseWithOffices();
    const asked: string[] = [];
    const answers = [" anna ", "Anna Rossi", "dirigente", "settore-1 settore-2", password, password];
    const ask: Ask = (question) => Promise.resolve(answers[asked.push(question) - 1]);

    expect(await userCreate.createUser(db, {}, ask)).toMatchObject({ ok: true });
    expect(asked.map((question) => question.split("\n").at(-1))).toEqual([
      "Nome utente: ",
      "Nome e cognome: ",
      "Ruolo (rtd, dirigente, referente, giunta, lettore, amministratore): ",
      "Codice dell’ufficio (uno o più, separati da spazi): ",
      "Password (almeno 12 caratteri): ",
      "Di nuovo la password: ",
    ]);
    expect(asked[3]).toContain("settore-2                 Settore 2 – Servizi alla Persona\n");
  });

  test("makes an account also where the demonstration is", async () => {
    const { db } = await demonstrationDatabase();

    expect(await userCreate.createUser(db, given, answering(password, password))).toMatchObject({ ok: true });
    expect((await accountsOf(db)).map((user) => user.username)).toContain("anna");
  });

  test("makes the first RTD of a database with nothing in it, without asking for an office", async () => {
    const { db } = await emptyDatabase();
    const answers = answering("rtd", "Ada Neri", "rtd", password, password);

    expect(await userCreate.createUser(db, {}, answers)).toMatchObject({ ok: true });
    expect(await accountsOf(db)).toMatchObject([{ username: "rtd", name: "Ada Neri", role: "rtd" }]);
  });

  test("takes the password alone where everything else was given", async () => {
    const { db } = await databaseWithOffices();
    const piped = { ...given, "parola-da-stdin": true };

    expect(await userCreate.createUser(db, piped, answering(password))).toMatchObject({ ok: true });
    expect(await userCreate.createUser(db, { ...piped, utente: undefined }, answering(password))).toEqual({
      ok: false,
      sentence: "Manca il nome utente (--utente).",
    });
  });

  test.each<[string, Partial<userCreate.Given>, string[], RegExp]>([
    ["an existing user, whatever the case", { utente: "RTD" }, [], /^L’utente «RTD» c’è già/],
    ["a username with spaces", { utente: "anna rossi" }, [], /non può contenere spazi/],
    [
      "an unknown role",
      { ruolo: "sindaco" },
      [],
      /^Il ruolo «sindaco» non esiste: scegli tra rtd, dirigente/,
    ],
    [
      "an unknown office",
      { ufficio: "settore-9" },
      [],
      /^L’ufficio «settore-9» non esiste\. Gli uffici sono:\n {2}settore-1 /,
    ],
    ["a dirigente without an office", { ufficio: "" }, [], /^Manca l’ufficio/],
    ["an office for a role that has none", { ruolo: "giunta" }, [], /^Il ruolo Giunta non ha un ufficio/],
    ["a short password", {}, ["corta", "corta"], /troppo corta: servono almeno 12 caratteri/],
    ["two passwords that differ", {}, [password, `${password}!`], /^Le due password sono diverse\.$/],
    ["answers that end too soon", {}, [], /troppo corta/],
    ["no name", { nome: " " }, [], /^Manca il nome/],
  ])("refuses %s, and writes nothing", async (_, varied, answers, sentence) => {
    const { db } = await databaseWithOffices();
    const before = await usersOf(db);
    const created = await userCreate.createUser(db, { ...given, ...varied }, answering(...answers));

    expect(created).toEqual({ ok: false, sentence: expect.stringMatching(sentence) });
    expect(await usersOf(db)).toEqual(before);
  });

  test("has no office to give to a dirigente while there are none", async () => {
    const { db } = await emptyDatabase();

    expect(await userCreate.createUser(db, given, answering(password, password))).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("non ci sono ancora uffici"),
    });
  });

  test("refuses an option that it does not know, and says how it is used", () => {
    expect(userCreate.readArguments(["--utente", "anna", "--parola-da-stdin"])).toEqual({
      ok: true,
      given: { utente: "anna", "parola-da-stdin": true },
    });
    for (const args of [["--password", "x"], ["--utente"], ["anna"]])
      expect(userCreate.readArguments(args)).toMatchObject({
        ok: false,
        sentence: expect.stringContaining("Si usa così"),
      });
  });

  test("reads its answers line by line, also when they come all at once, and knows when there are no more", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const { ask, close } = openConversation(input, output);
    input.end("anna\r\nuna parola lunga\n");

    expect(await ask("Nome utente: ")).toBe("anna");
    expect(await ask("Password: ", { secret: true })).toBe("una parola lunga");
    expect(await ask("Altro: ")).toBeUndefined();
    close();
    const shown = String(output.read());
    expect(shown).toContain("Nome utente: ");
    expect(shown).not.toContain("una parola lunga");
  });

  test("does not echo a secret on a terminal", async () => {
    const [input, output] = [Object.assign(new PassThrough(), { isTTY: true }), new PassThrough()];
    const { ask, close } = openConversation(input, output);
    const name = ask("Nome utente: ");
    input.write("anna\r");
    expect(await name).toBe("anna");
    const secret = ask("Password: ", { secret: true });
    input.write("una parola lunga\r");
    expect(await secret).toBe("una parola lunga");
    close();

    const shown = String(output.read());
    expect(shown).toContain("anna");
    expect(shown).toContain("Password: ");
    expect(shown).not.toContain("una parola lunga");
  });
});

/** A database with two offices and an account, and no plan. */
async function databaseWithOffices(): Promise<OpenDatabase> {
  const database = await emptyDatabase();
  const office = { kind: "settore", parent_id: null, source: "inventato" } as const;
  const offices = [
    { ...office, code: "settore-1", name: "Settore 1" },
    { ...office, code: "settore-2", name: "Settore 2 – Servizi alla Persona" },
  ];
  await database.db.insertInto("office").values(offices).execute();
  await insertUser(database.db, {
    id: "b0b",
    username: "rtd",
    name: "Ada Neri",
    role: "rtd",
    password_hash: "nessuna",
    created_at: "2026-10-15T08:00:00.000Z",
    officeIds: [],
  });
  return database;
}

/** Gives these answers one after the other, then none. */
function answering(...answers: string[]): Ask {
  return () => Promise.resolve(answers.shift());
}

function usersOf(db: Db) {
  return db.selectFrom("user").selectAll().orderBy("id").execute();
}

/** The demonstration after somebody who can write into the file did so, walls taken down first. */
async function tamperedWith(...statements: string[]): Promise<OpenDatabase> {
  const demonstration = await demonstrationDatabase();
  const { sqlite } = demonstration;
  sqlite.pragma("foreign_keys = OFF");
  for (const name of sqlite.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
    sqlite.exec(`drop trigger ${String(name)}`);
  for (const statement of statements) sqlite.exec(statement);
  return demonstration;
}

/** A line of 4.6.3/2022 written without asking the rules. */
async function recordAsItIs(
  { db }: OpenDatabase,
  { from, effectiveOn }: { from: "suspended"; effectiveOn: string },
) {
  const { id } = await db
    .selectFrom("action_year")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select("action_year.id")
    .where("plan_action.code", "=", "4.6.3")
    .where("action_year.year", "=", 2022)
    .executeTakeFirstOrThrow();
  const last = await findLastLine(db, id);
  const change = { ...aChange({ to: "in-progress", effectiveOn }), progress: 50 };
  const by = { id: "altri", role: "rtd", officeId: null, at: "2026-10-15T09:30:00.000Z" } as const;
  const line = { action_year_id: id, from, change, replaces: null, by };
  await recordLine(db, line, { sequence: last!.sequence, targetSequence: 0 });
}

function accountsOf(db: Db) {
  return db.selectFrom("user").select(["username", "name", "role"]).execute();
}
