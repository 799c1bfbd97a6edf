import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dataExport } from "#app/export/data-export.server.ts";
import { migrate, MIGRATIONS } from "#db/migrate.ts";
import { openDatabase, openReadOnly } from "#db/open.ts";
import { copyToFile, demonstrationDatabase } from "#tests/support/database.ts";
import * as backup from "../../scripts/backup.ts";
import { textOf } from "../../scripts/data-export.ts";
import { faultOf } from "../../scripts/files.ts";
import * as restoring from "../../scripts/restore.ts";

const NOW = "2026-11-21T02:00:00.000Z";
const NAME = "rotta-2026-11-21-030000.sqlite";

let template: string;
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "rotta-"));
  await copyToFile(await demonstrationDatabase(), join(template, "rotta.sqlite"));
});
afterAll(() => rmSync(template, { recursive: true }));

let folder: string;
let path: string;
let copies: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rotta-"));
  path = join(folder, "rotta.sqlite");
  copies = join(folder, "copie");
  mkdirSync(copies);
  copyFileSync(join(template, "rotta.sqlite"), path);
});
afterEach(() => rmSync(folder, { recursive: true }));

function backUp({ from = path, to = copies, keeps = false } = {}) {
  return backup.backUp(from, { folder: to, keeps }, NOW);
}

function restore(file: string, onto = path) {
  return restoring.restore(file, onto, NOW);
}

async function exportOf(file: string): Promise<string> {
  const { db, sqlite } = openDatabase(file);
  const text = textOf(await dataExport(db, { day: "2026-10-15", isOver: false }));
  sqlite.close();
  return text;
}

/** Does something to a database file as whoever has the file could, walls taken down first. */
function alter(file: string, ...statements: string[]): void {
  const { sqlite } = openDatabase(file);
  sqlite.pragma("foreign_keys = OFF");
  for (const name of sqlite.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
    sqlite.exec(`drop trigger ${String(name)}`);
  for (const statement of statements) sqlite.exec(statement);
  sqlite.close();
}

describe("backup", () => {
  test("takes a folder, and says how it is used", () => {
    expect(backup.readArguments(["--to", "/copie"])).toEqual({ ok: true, folder: "/copie", keeps: false });
    for (const args of [[], ["--to"], ["--to", ""], ["/copie"], ["--in", "/copie"]])
      expect(backup.readArguments(args)).toMatchObject({
        ok: false,
        sentence: expect.stringContaining("npm run backup -- --to CARTELLA"),
      });
  });

  test("makes one file that holds the same, and says so", async () => {
    const outcome = await backUp();

    expect(outcome).toMatchObject({
      ok: true,
      sentences: [
        expect.stringMatching(
          /^Copia fatta e verificata: .*rotta-2026-11-21-030000\.sqlite \([\d,]+ MB\)\.$/,
        ),
        expect.stringMatching(/^La catena è intatta: \d+ righe/),
        expect.stringMatching(/^Testa della catena: [0-9a-f]{64}$/),
      ],
    });
    expect(readdirSync(copies)).toEqual([NAME]);
    expect(await exportOf(join(copies, NAME))).toBe(await exportOf(path));
  });

  test("is whole also while a line is being written, and leaves out what is not committed yet", async () => {
    const writer = openDatabase(path);
    writer.sqlite.exec("begin immediate; insert into setting values ('prova', 'a metà')");
    const outcome = await backUp();
    writer.sqlite.exec("commit");
    writer.sqlite.close();

    expect(outcome.ok).toBe(true);
    const copy = openReadOnly(join(copies, NAME));
    expect(copy.sqlite.prepare("select count(*) from setting where name = 'prova'").pluck().get()).toBe(0);
    copy.sqlite.close();
  });

  test.each<[string, () => { from?: string; to?: string }, string]>([
    [
      "there is no database",
      () => ({ from: join(folder, "altra.sqlite") }),
      "non c’è: avvia Rotta una volta",
    ],
    ["there is no folder", () => ({ to: join(folder, "nessuna") }), "nessuna non c’è: creala, poi ripeti."],
    ["the folder is a file", () => ({ to: path }), "non c’è: creala, poi ripeti."],
    ["nothing can be written there", () => ({ to: "/proc" }), "La copia non è stata fatta."],
  ])("is refused with a sentence when %s", async (_, given, sentence) => {
    expect(await backUp(given())).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) });
    expect(readdirSync(copies)).toEqual([]);
  });

  test("is refused, with nothing left, when the database is damaged or its chain broken", async () => {
    alter(path, "update status_line set reason = 'Tutto bene.' where sequence = 3");
    expect(await backUp()).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(
        /non è integra\. La catena si rompe alla riga 3 .* La copia non è stata fatta\.$/,
      ),
    });
    writeFileSync(path, "questo è un testo".repeat(2000));
    expect(await backUp()).toMatchObject({ ok: false, sentence: expect.stringContaining("danneggiata") });
    expect(readdirSync(copies)).toEqual([]);
  });

  test("never takes the place of a copy that is there", async () => {
    await backUp();

    expect(await backUp()).toMatchObject({ ok: false, sentence: expect.stringContaining("c’è già") });
    expect(readdirSync(copies)).toEqual([NAME]);
  });

  test("removes unfinished copies that nobody makes any more, and lets others finish", async () => {
    const [abandoned, running] = [
      "rotta-2026-11-20-030000.sqlite.parziale",
      "rotta-2026-11-21-025959.sqlite.parziale",
    ];
    for (const name of [abandoned, running]) writeFileSync(join(copies, name), "");
    utimesSync(join(copies, abandoned), new Date("2026-11-20"), new Date("2026-11-20"));
    utimesSync(join(copies, running), new Date(NOW), new Date(NOW));
    await backUp();

    expect(readdirSync(copies).sort()).toEqual([running, NAME].sort());
  });

  test("takes old copies away only where it is asked to, and nothing else ever", async () => {
    const old = Array.from({ length: 9 }, (_, index) => `rotta-2026-11-1${index}-030000.sqlite`);
    for (const name of [...old, "appunti.txt"]) writeFileSync(join(copies, name), "");
    await backUp();
    expect(readdirSync(copies)).toHaveLength(11);
    rmSync(join(copies, NAME));

    const outcome = await backUp({ keeps: true });
    expect(outcome).toMatchObject({ ok: true });
    expect(readdirSync(copies).sort()).toEqual(["appunti.txt", ...old.slice(3), NAME].sort());
  });

  test("tells a full disk, a folder that cannot be written and a busy database in words; a bug is not told", () => {
    const told = (code: string) => faultOf(Object.assign(new Error(), { code }), "/copie");

    expect(told("ENOSPC")).toBe("Il disco è pieno: in /copie non c’è posto.");
    expect(told("SQLITE_FULL")).toBe("Il disco è pieno: in /copie non c’è posto.");
    expect(told("EROFS")).toBe("In /copie non si può scrivere: controlla i permessi.");
    expect(told("SQLITE_CANTOPEN")).toBe("In /copie non si può scrivere: controlla i permessi.");
    expect(told("SQLITE_BUSY_SNAPSHOT")).toMatch(/^Un altro programma tiene occupata/);
    expect(told("ERR_INVALID_ARG_TYPE")).toBeUndefined();
  });
});

describe("restore", () => {
  const aside = () => `${path}-prima-del-ripristino-2026-11-21-030000.sqlite`;
  const copy = () => join(copies, NAME);

  test("takes one file, and says how it is used", () => {
    expect(restoring.readArguments(["copia.sqlite"])).toEqual({ ok: true, file: "copia.sqlite" });
    for (const args of [[], ["a", "b"], ["--da", "a"]])
      expect(restoring.readArguments(args)).toMatchObject({
        ok: false,
        sentence: expect.stringContaining("npm run restore -- FILE"),
      });
  });

  test("brings back what the copy held, byte for byte, and puts the replaced database aside", async () => {
    const before = await exportOf(path);
    await backUp();
    const bytes = readFileSync(copy());
    alter(path, "update plan_action_version set title = 'Cambiato dopo la copia'");
    const changed = await exportOf(path);

    expect(await restore(copy())).toMatchObject({
      ok: true,
      sentences: [
        `Ripristinata la copia ${copy()} in ${path}.`,
        expect.stringContaining("La catena è intatta"),
        expect.stringContaining("Testa della catena"),
        `La base dati di prima è in ${aside()}.`,
      ],
    });
    expect(await exportOf(path)).toBe(before);
    expect(await exportOf(aside())).toBe(changed);
    expect(readFileSync(copy()).equals(bytes)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes("da-ripristinare"))).toEqual([]);
  });

  test("also brings back a file copied by hand, with what still stood beside it", async () => {
    const running = openDatabase(path);
    running.sqlite.exec("insert into setting values ('prova', 'nel -wal')");
    const byHand = join(folder, "a-mano.sqlite");
    for (const side of ["", "-wal"]) copyFileSync(`${path}${side}`, `${byHand}${side}`);
    running.sqlite.close();

    expect(await restore(byHand)).toMatchObject({ ok: true });
    expect(settingOf(path)).toBe("nel -wal");
  });

  test("works where the database is missing, or damaged with something beside it", async () => {
    await backUp();
    const expected = await exportOf(copy());
    rmSync(path);
    expect(await restore(copy())).toMatchObject({
      ok: true,
      sentences: expect.arrayContaining(["Prima non c’era nessuna base dati."]),
    });
    expect(await exportOf(path)).toBe(expected);

    writeFileSync(path, "non è una base dati".repeat(500));
    writeFileSync(`${path}-wal`, "resti");
    expect(await restore(copy())).toMatchObject({ ok: true });
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(await exportOf(path)).toBe(expected);
    expect(readFileSync(aside(), "utf8")).toContain("non è una base dati");
  });

  test("is refused while somebody has the database open, and changes nothing", async () => {
    await backUp();
    const server = openDatabase(path);
    server.sqlite.prepare("select count(*) from status_line").get();

    expect(await restore(copy())).toEqual({
      ok: false,
      sentence: `La base dati ${path} è in uso: ferma il server, poi ripeti. Non è stato ripristinato nulla.`,
    });
    server.sqlite.exec("insert into setting values ('prova', 'scrive ancora')");
    server.sqlite.close();
    expect(settingOf(path)).toBe("scrive ancora");
    expect(existsSync(aside())).toBe(false);
  });

  test.each<[string, (file: string) => void, RegExp]>([
    ["is not there", (file) => rmSync(file), /non c’è/],
    [
      "is not a database",
      (file) => writeFileSync(file, "testo".repeat(5000)),
      /danneggiato o non è una base dati/,
    ],
    ["is empty", (file) => writeFileSync(file, ""), /è una base dati vuota/],
    [
      "is of another program",
      (file) => {
        rmSync(file);
        alter(file, "create table cliente (nome text)");
      },
      /di un altro programma/,
    ],
    [
      "is of a newer program",
      (file) => alter(file, "insert into kysely_migration values ('9999-domani', '2030-01-01')"),
      /più recente \(9999-domani\): aggiorna il programma/,
    ],
    [
      "has a broken chain",
      (file) => alter(file, "update status_line set progress = 1 where sequence = 5"),
      /non è integra\. La catena si rompe alla riga 5/,
    ],
    [
      "was cut short",
      (file) => writeFileSync(file, readFileSync(file).subarray(0, 200_000)),
      /danneggiato|integra/,
    ],
  ])("is refused when the file %s, and changes nothing", async (_, spoil, sentence) => {
    await backUp();
    spoil(copy());
    const before = readFileSync(path);

    const outcome = await restore(copy());
    expect(outcome).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) });
    expect(outcome).toMatchObject({ sentence: expect.stringMatching(/Non è stato ripristinato nulla\.$/) });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["copie", "rotta.sqlite"]);
  });

  test("is refused for the database itself", async () => {
    expect(await restore(path)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("è la base dati in uso"),
    });
  });

  test("takes a copy of an older version as it is, and says that it will be brought forward", async () => {
    const [first, ...later] = Object.keys(MIGRATIONS);
    const older = openDatabase(join(folder, "vecchia.sqlite"));
    await migrate(older, { [first!]: MIGRATIONS[first!]! });
    older.sqlite.close();

    expect(await restore(older.path)).toMatchObject({
      ok: true,
      sentences: expect.arrayContaining([
        `La copia è di una versione precedente: al prossimo avvio sarà portata a quella del programma (${later.join(", ")}).`,
      ]),
    });
    const restored = openDatabase(path);
    expect(restored.sqlite.prepare("select name from kysely_migration").pluck().all()).toEqual([first]);
    restored.sqlite.close();
  });
});

function settingOf(file: string): unknown {
  const { sqlite } = openDatabase(file);
  const value = sqlite.prepare("select value from setting where name = 'prova'").pluck().get();
  sqlite.close();
  return value;
}
