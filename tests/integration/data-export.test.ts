import { beforeAll, describe, expect, test } from "vitest";
import { dataExport } from "#app/export/data-export.server.ts";
import { DATA_EXPORT, type DataExport } from "#app/export/data-format.ts";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { type OpenDatabase } from "#db/open.ts";
import { findLastLine, recordLine } from "#db/status-lines.ts";
import { insertUser } from "#db/users.ts";
import { aChange } from "#tests/support/examples.ts";
import { demonstrationDatabase, emptyDatabase } from "#tests/support/database.ts";
import { insertClosedReview } from "#tests/support/reviews.ts";
import { textOf } from "../../scripts/data-export.ts";

const TODAY = "2026-10-15";
const now = asOfNow(TODAY);

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

describe("the plan as adopted", () => {
  let adopted: DataExport;
  beforeAll(async () => {
    adopted = await dataExport(demonstration.db, asOf("2021-05-04"));
  });

  test("has 56 actions in 13 areas, of the plan 2021-2023, under its act", () => {
    expect(adopted.azioni).toHaveLength(56);
    expect(adopted.ambiti.filter((area) => area.piano === "2021-2023")).toHaveLength(13);
    expect(new Set(adopted.azioni.map((action) => action.ambito)).size).toBe(13);
    expect(adopted.piani).toMatchObject([
      {
        codice: "2021-2023",
        titolo: "Piano di transizione al digitale 2021-2023",
        primoAnno: 2021,
        ultimoAnno: 2023,
        atto: { organo: "Giunta comunale", numero: "72", del: "2021-05-04" },
        adottatoIl: "2021-05-04",
        fonte: "documento 004, intestazione delle pagine",
      },
      { codice: "2024-2026", adottatoIl: "2024-02-29" },
    ]);
  });

  test("has 45, 34 and 27 annualità, and an action with two X whose years are not known", () => {
    expect([2021, 2022, 2023].map((year) => annualitaOf(adopted, year).length)).toEqual([45, 34, 27]);
    expect(adopted.azioni.flatMap((action) => action.annualita)).toHaveLength(106);
    expect(adopted.azioni.filter((action) => action.anniNonNoti > 0)).toMatchObject([
      { codice: "4.2.2", anniNonNoti: 2, annualita: [], stato: "da_chiarire", avanzamento: null },
    ]);
  });

  test("resolves the groups of responsibles to the offices that answer", () => {
    const action = (code: string) => adopted.azioni.find((one) => one.codice === code)!;

    expect(action("4.3.6").responsabili).toEqual(["settori-3-e-4", "rtd"]);
    expect(action("4.3.6").uffici).toEqual(["settore-3", "settore-4"]);
    expect(action("4.2.2").uffici).toEqual([
      "settore-1",
      "settore-2",
      "settore-3",
      "settore-4",
      "uoa-ufficio-del-sindaco",
    ]);
  });
});

describe("an export of the demonstration", () => {
  test("says that it is one, of which ente and day", async () => {
    const { formato, situazioneAl, dimostrativo, ente } = await dataExport(demonstration.db, now);

    expect({ formato, situazioneAl, dimostrativo, ente }).toEqual({
      formato: "rotta/6",
      situazioneAl: TODAY,
      dimostrativo: true,
      ente: "Comune dimostrativo",
    });
  });

  test("of a past day has the situations of that day, at its end, and the whole history", async () => {
    const past = await dataExport(demonstration.db, asOf("2022-12-31"));
    const today = await dataExport(demonstration.db, now);
    const late = annualitaOf(past, 2022).filter((one) => one.situazione === "in_ritardo");

    expect(late.length).toBeGreaterThan(0);
    expect(late.every((one) => one.scadenza <= "2022-12-31" && one.stato !== "completata")).toBe(true);
    expect(past.storia).toEqual(today.storia);
    expect(past.storia.map((line) => line.sequenza)).toEqual(past.storia.map((_, index) => index + 1));
  });

  test("has the situations of each year adding up to its annualità: 68 completed of 112 on 15/11/2023", async () => {
    const data = await dataExport(demonstration.db, asOf("2023-11-15"));
    const counted = [2021, 2022, 2023].map((year) => tallyOf(annualitaOf(data, year)));

    expect(counted.map(sumOf).reduce((sum, one) => sum + one)).toBe(112);
    expect(
      sumOf(counted.map((one) => (one.completata_provata ?? 0) + (one.completata_dichiarata ?? 0))),
    ).toBe(68);
    expect(sumOf(counted.map((one) => one.completata_provata ?? 0))).toBe(48);
    expect(counted.map((one) => one.in_ritardo ?? 0)).toEqual([1, 11, 0]);
  });

  test("tells the variations of its plans, each with what was and what is, why and by which act", async () => {
    const { variazioni } = await dataExport(demonstration.db, asOf("2022-03-31"));

    expect(variazioni.every(({ piano, dal }) => piano === "2021-2023" && dal <= "2022-03-31")).toBe(true);
    expect(variazioni.filter(({ azione }) => azione === "4.8.3")).toMatchObject([
      {
        tipo: "aggiunta",
        anni: [2023],
        cambiamenti: [{ cosa: "anno", prima: null, dopo: "2023" }],
        riga: null,
      },
      {
        tipo: "anticipata",
        anni: [2023],
        verso: { piano: "2021-2023", azione: "4.8.3", anno: 2022 },
        descrizione: "dal 2023 al 2022",
        atto: { nome: "deliberazione", numero: "41", del: "2022-03-08" },
        modifica: null,
      },
    ]);
    expect(variazioni.find(({ tipo }) => tipo === "riassegnata")).toMatchObject({
      azione: "4.12.2",
      cambiamenti: [{ cosa: "capofila", prima: null, dopo: "settore-1" }],
    });
  });

  test("marks as proven exactly the annualità counted as completed and proven", async () => {
    const { azioni } = await dataExport(demonstration.db, now);
    const years = azioni.flatMap((action) => action.annualita);

    expect(years.filter((one) => one.provata)).toEqual(
      years.filter((one) => one.situazione === "completata_provata"),
    );
  });

  test("says of a rescheduled annualità where it went: the same action, also beyond the plan, or the one that continues it", async () => {
    const { azioni, piani } = await dataExport(demonstration.db, now);
    const rescheduled = azioni.flatMap((action) =>
      action.annualita
        .filter((one) => one.stato === "ripianificata")
        .map((one) => ({ action, to: one.verso! })),
    );
    const carriedOver = rescheduled.filter(({ action, to }) => to.piano !== action.piano);
    const moved = rescheduled.filter(({ action, to }) => to.piano === action.piano);

    for (const { to } of rescheduled) {
      const target = azioni.find((one) => one.piano === to.piano && one.codice === to.azione)!;
      expect(target.annualita.map((one) => one.anno)).toContain(to.anno);
    }
    for (const { action, to } of moved) expect(to.azione).toBe(action.codice);
    for (const { action, to } of carriedOver) {
      const target = azioni.find((one) => one.piano === to.piano && one.codice === to.azione)!;
      expect(target.continua).toEqual({ piano: action.piano, azione: action.codice });
    }
    expect(carriedOver).toHaveLength(20);
    expect(moved.some(({ to }) => to.anno > piani[0]!.ultimoAnno && to.piano === piani[0]!.codice)).toBe(
      true,
    );
  });

  test("has the terms as understood and as written, also where they say no day", async () => {
    const { azioni } = await dataExport(demonstration.db, now);
    const terms = (code: string) =>
      azioni
        .find((one) => one.piano === "2024-2026" && one.codice === code)!
        .annualita.map((one) => [one.anno, one.scadenza, one.scadenzaTesto]);

    expect(terms("4.3.7")).toEqual([[2024, "2024-06-30", "Entro I semestre 2024"]]);
    expect(terms("4.3.9")).toEqual([
      [2024, "2024-12-31", "Rispetto termini normativi"],
      [2025, "2025-12-31", "Rispetto termini normativi"],
      [2026, "2026-12-31", "Rispetto termini normativi"],
    ]);
    expect(terms("4.2.1")).toEqual([
      [2024, "2024-12-31", null],
      [2025, "2025-12-31", null],
    ]);
  });

  test("is the same to the byte when nothing changed", async () => {
    const first = textOf(await dataExport(demonstration.db, asOf("2022-12-31")));
    const second = textOf(await dataExport(demonstration.db, asOf("2022-12-31")));

    expect(second).toBe(first);
    expect(first.endsWith("}\n")).toBe(true);
    expect(first).toContain('\n  "situazioneAl": "2022-12-31",\n');
  });

  test("has its keys in the order of the format, whatever order the database kept them in", async () => {
    const document = JSON.parse(textOf(await dataExport(demonstration.db, now))) as DataExport;
    const proof = document.storia.map((line) => line.prova).find((one) => one !== null)!;

    expect(Object.keys(document)).toEqual(Object.keys(DATA_EXPORT.shape));
    expect(Object.keys(document.storia[0]!)).toEqual(Object.keys(DATA_EXPORT.shape.storia.element.shape));
    expect(Object.keys(document.azioni[0]!)).toEqual(Object.keys(DATA_EXPORT.shape.azioni.element.shape));
    expect(Object.keys(proof)).toEqual(["tipo", "numero", "del", "collegamento", "nota"]);
  });

  test("never names people, nor how they sign in", async () => {
    const database = await demonstrationDatabase();
    await insertUser(database.db, {
      id: "c0ffee00-0000-4000-8000-000000000000",
      username: "zenobia.q",
      name: "Zenobia Quaglia",
      role: "rtd",
      password_hash: "impronta-segreta",
      created_at: "2026-10-15T08:00:00.000Z",
      officeIds: [],
    });
    await completeFascicolazione(database, "c0ffee00-0000-4000-8000-000000000000");
    const text = textOf(await dataExport(database.db, now));
    const users = await database.db
      .selectFrom("user")
      .select(["username", "name", "password_hash"])
      .execute();

    expect(text).toContain("c0ffee00-0000-4000-8000-000000000000");
    for (const { name, password_hash, username } of users) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(password_hash);
      expect(text).not.toContain(
        `: "${username.replace(/^(rtd|giunta|lettore|amministratore)$/, "mai un ruolo")}"`,
      );
    }
  });
});

describe("after 4.6.3/2022 is completed", () => {
  test("two exports differ only in that annualità, in what follows for its action, in how the processes that wait for it are told, and in the new line", async () => {
    const database = await demonstrationDatabase();
    const before = await dataExport(database.db, now);
    await completeFascicolazione(database);
    const after = await dataExport(database.db, now);
    const action = before.azioni.findIndex((one) => one.codice === "4.6.3");
    const year = before.azioni[action]!.annualita.findIndex((one) => one.anno === 2022);

    const places = differences(before, after);
    const ofTheYear = `azioni.${action}.annualita.${year}.`;
    const ofTheAction = [`azioni.${action}.avanzamento`, `azioni.${action}.stato`];
    const ofTheLine = `storia.${before.storia.length}`;
    const waiting = before.sblocchi.filter(({ azioni }) => azioni.includes("2021-2023/4.6.3"));
    const explained = before.processi.flatMap(({ codice }, index) =>
      waiting.some(({ blocco }) => blocco.startsWith(`${codice}/`)) ? [`processi.${index}.spiegazione`] : [],
    );
    expect(
      places.filter(
        (place) => !place.startsWith(ofTheYear) && ![ofTheLine, ...ofTheAction, ...explained].includes(place),
      ),
    ).toEqual([]);
    expect(places).toEqual(
      expect.arrayContaining([`${ofTheYear}stato`, `azioni.${action}.avanzamento`, ofTheLine]),
    );
    expect(after.azioni[action]!.annualita[year]).toMatchObject({
      stato: "completata",
      situazione: "completata_provata",
      avanzamento: 100,
      provata: true,
      aggiornataIl: TODAY,
    });
    expect(after.storia.at(-1)).toMatchObject({
      azione: "4.6.3",
      anno: 2022,
      da: "in_corso",
      a: "completata",
      hashPrecedente: before.storia.at(-1)!.hash,
    });
  });
});

describe("an obscured text", () => {
  test("leaves its commitment where it stood, and no salt", async () => {
    const database = await demonstrationDatabase();
    const before = await dataExport(database.db, now);
    const line = before.storia.find(({ motivo, prova }) => motivo !== null && prova !== null)!;
    database.sqlite
      .prepare(
        "update status_line set reason = null, reason_salt = null, evidence = null, evidence_salt = null where sequence = ?",
      )
      .run(line.sequenza);
    const after = await dataExport(database.db, now);
    const obscured = after.storia[line.sequenza - 1]!;

    expect(obscured).toEqual({
      ...line,
      motivo: { oscurato: expect.stringMatching(/^[0-9a-f]{64}$/) },
      prova: { oscurato: expect.stringMatching(/^[0-9a-f]{64}$/) },
      sali: { motivo: null, prova: null },
    });
    expect(after.azioni).toEqual(before.azioni);
    expect(() => textOf(after)).not.toThrow();
  });
});

describe("the format", () => {
  const changes: [string, (data: DataExport) => unknown][] = [
    ["a key more", (data) => ({ ...data, autore: "Zenobia" })],
    ["a key less", (data) => ({ ...data, storia: undefined })],
    ["another format", (data) => ({ ...data, formato: "rotta/1" })],
    ["a day that the calendar has not", (data) => ({ ...data, situazioneAl: "2023-02-29" })],
    ["a status in English", (data) => withFirstAction(data, { stato: "completed" })],
    ["a progress over 100", (data) => withFirstAction(data, { avanzamento: 101 })],
    ["a hash with a digit less", (data) => withFirstLine(data, { hash: "0".repeat(63) })],
    ["a reason that is a number", (data) => withFirstLine(data, { motivo: 7 })],
    ["a key more in a line", (data) => withFirstLine(data, { nome: "Zenobia" })],
  ];

  test("takes what is exported, also from a database with nothing in it", async () => {
    const empty = await emptyDatabase();

    expect(JSON.parse(textOf(await dataExport(empty.db, now)))).toMatchObject({
      ente: null,
      dimostrativo: false,
      azioni: [],
    });
  });

  test.each(changes)("refuses a document with %s", async (_, change) => {
    const data = await dataExport(demonstration.db, now);

    expect(DATA_EXPORT.safeParse(data).success).toBe(true);
    expect(DATA_EXPORT.safeParse(change(data)).success).toBe(false);
  });
});

/** The last step of the fascicolazione: 4.6.3/2022 completed, with its proof, by the RTD or by whom it says. */
async function completeFascicolazione({ db }: OpenDatabase, authorId?: string) {
  const actionYear = await db
    .selectFrom("action_year")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .select("action_year.id")
    .where("plan_action.code", "=", "4.6.3")
    .where("action_year.year", "=", 2022)
    .executeTakeFirstOrThrow();
  const rtd = await db
    .selectFrom("user")
    .select("id")
    .where("username", "=", "rtd")
    .executeTakeFirstOrThrow();
  const last = await findLastLine(db, actionYear.id);
  const evidence = {
    tipo: "determinazione",
    numero: "811",
    del: "2026-10-14",
    collegamento: null,
    nota: null,
  } as const;
  const change = { ...aChange({ to: "completed", effectiveOn: "2026-10-14", evidence }), progress: 100 };
  const by = { id: authorId ?? rtd.id, role: "rtd", officeId: null, at: "2026-10-15T09:30:00.000Z" } as const;
  const outcome = await recordLine(
    db,
    { action_year_id: actionYear.id, from: last!.to_status, change, replaces: null, by },
    { sequence: last!.sequence, targetSequence: 0 },
  );
  expect(outcome.recorded).toBe(true);
}

function annualitaOf(data: DataExport, year: number) {
  return data.azioni.flatMap((action) => action.annualita).filter((one) => one.anno === year);
}

function tallyOf(years: ReturnType<typeof annualitaOf>): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { situazione } of years) tally[situazione] = (tally[situazione] ?? 0) + 1;
  return tally;
}

function sumOf(tally: Record<string, number> | number[]): number {
  return Object.values(tally).reduce((sum, one) => sum + one, 0);
}

/** Where two documents differ, as paths; what only one of them has is one difference. */
function differences(a: unknown, b: unknown, path: string[] = []): string[] {
  const isNode = (value: unknown) => value !== null && typeof value === "object";
  if (!isNode(a) || !isNode(b)) return Object.is(a, b) ? [] : [path.join(".")];
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => differences(left[key], right[key], [...path, key]));
}

function withFirstAction(data: DataExport, varied: object) {
  return { ...data, azioni: [{ ...data.azioni[0], ...varied }, ...data.azioni.slice(1)] };
}

function withFirstLine(data: DataExport, varied: object) {
  return { ...data, storia: [{ ...data.storia[0], ...varied }, ...data.storia.slice(1)] };
}

describe("the closed reviews", () => {
  test("are told with their hash, the one that they correct and who took note, from the day of their closing on", async () => {
    const { db, sqlite } = await demonstrationDatabase();
    const first = await insertClosedReview(db, { plan: "2021-2023", day: "2022-12-31" });
    const second = await insertClosedReview(db, { plan: "2021-2023", day: "2022-12-31", corrects: first });
    sqlite
      .prepare(
        "insert into review_noting values (?, 'Giunta comunale', '12', '2026-10-15', '2026-10-15T10:00:00.000Z', 'rtd', 'rtd', null)",
      )
      .run(second);

    const { fotografie } = await dataExport(db, now);
    expect(DATA_EXPORT.shape.fotografie.parse(fotografie)).toMatchObject([
      { piano: "2021-2023", al: "2022-12-31", corregge: null, presaDAtto: null },
      { corregge: fotografie[0]!.hash, presaDAtto: { organo: "Giunta comunale", numero: "12", del: TODAY } },
    ]);
    expect((await dataExport(db, asOf("2026-10-14"))).fotografie).toEqual([]);
  });
});
