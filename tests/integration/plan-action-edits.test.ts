import { describe, expect, test } from "vitest";
import type { ToldEdit } from "#app/components/edit/told-edits.tsx";
import { ask, db, sqlite } from "#tests/support/requests.ts";

const ACTION = (code: string) => `/piani/2021-2023/azioni/${code}`;
const TODAY = "2026-10-15";
const YESTERDAY = "2026-10-14";

type Page = {
  action: {
    title: string;
    areaCode: string;
    weight: number;
    themes: string[];
    unknownYearCount: number;
    responsibles: { code: string }[];
    lead: { code: string } | null;
    years: { year: number; status: string; offices: string[]; adopted: boolean; dueOn: string }[];
  };
  norms: string[];
  edits: ToldEdit[];
  edited: ToldEdit | "nothing" | "in-place" | null;
  mayEdit: boolean;
  neighbours: { previous?: string; next?: string };
};
type FormPage = { lastEdit: number; seen: string | null; prefilled: Record<string, string> };
type Refused = {
  errors: Record<string, string[]>;
  typed: Record<string, string>;
  meanwhile: ToldEdit[] | null;
};

async function actionPage(code: string, al?: string): Promise<Page> {
  return (await ask(`${ACTION(code)}${al ? `?al=${al}` : ""}`, { as: "rtd" })).data as Page;
}

/** The form of an edit as a browser sends it: what the page filled in, with a reason, and what the test varies. */
async function aForm(address: string, varied: Record<string, string> = {}): Promise<Record<string, string>> {
  const { lastEdit, seen, prefilled } = (await ask(address, { as: "rtd" })).data as FormPage;
  const guard = { edit: String(lastEdit), ...(seen === null ? {} : { seen }) };
  return { ...prefilled, ...guard, reason: "riorganizzazione", ...NO_ACT, ...varied };
}

const NO_EVIDENCE = {
  evidenceKind: "",
  evidenceNumber: "",
  evidenceOn: "",
  evidenceLink: "",
  evidenceNote: "",
};
const NO_ACT = { actOrgan: "", actNumber: "", actOn: "" };

async function send(address: string, varied: Record<string, string> = {}, without: string[] = []) {
  const form = await aForm(address, varied);
  for (const name of without) delete form[name];
  return ask(address, { as: "rtd", form });
}

/** An action of Settori 3 and 4 and the RTD with annualità to start, as only an edit makes one: no story of the demonstration tells it. */
async function addAction(code: string, years: number[]): Promise<void> {
  const asked = Object.fromEntries(years.map((year) => [`year-${year}`, "on"]));
  expect((await ask(NEW, { as: "rtd", form: aNewAction({ code, ...asked }) })).status).toBe(302);
}

const NEW = "/piani/2021-2023/azioni/nuova";

function aNewAction(varied: Record<string, string> = {}) {
  return {
    code: "4.3.7",
    title: "Inventario dei servizi in cloud",
    areaCode: "4.3",
    weight: "1",
    norms: "",
    "theme-cloud": "on",
    "responsible-1": "settori-3-e-4",
    "responsible-2": "rtd",
    lead: "settore-3",
    edit: "0",
    reason: "chiesta dalla Giunta",
    ...NO_ACT,
    ...varied,
  };
}

/** How many rows there are of all that an edit can write: a refused one leaves as many as there were. */
function countRows(): number {
  const tables = ["edit", "plan_action", "plan_action_version", "plan_action_theme", "plan_action_norm"];
  tables.push("plan_action_responsible", "plan_action_lead", "action_year_life", "action_year_office");
  return tables
    .map((table) => sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number)
    .reduce((sum, count) => sum + count, 0);
}

describe("an action of an adopted plan, reworded", () => {
  test("holds from today, and ?al= the day before shows what it was", async () => {
    const before = await actionPage("4.3.6");
    const answer = await send(`${ACTION("4.3.6")}/modifica`, {
      title: "Migrazione in cloud dei servizi",
      areaCode: "4.4",
      weight: "1,5",
      "theme-sicurezza": "on",
      norms: "CAD, art. 33-septies\r\nCAD, art. 33-septies\r\n\r\n DL 179/2012 ",
      actOrgan: "Giunta comunale",
      actNumber: "12",
      actOn: "2026-10-01",
    });

    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/azioni\/4\.3\.6\?modificata=\d+$/);
    const now = await actionPage("4.3.6");
    expect(now.action).toMatchObject({
      title: "Migrazione in cloud dei servizi",
      areaCode: "4.4",
      weight: 1.5,
      themes: ["cloud", "sicurezza"],
    });
    expect(now.norms).toEqual(["CAD, art. 33-septies", "DL 179/2012"]);
    const then = await actionPage("4.3.6", YESTERDAY);
    expect(then.action).toMatchObject({ title: before.action.title, areaCode: "4.3", weight: 1 });
    expect(then.action.themes).toEqual(["cloud"]);
    expect(then.norms).toEqual([]);
    expect(then.edits).toEqual([]);
  });

  test("is told in its history: what from, what to, why, by which act, by which role", async () => {
    const { edits } = await actionPage("4.3.6");

    expect(edits).toHaveLength(1);
    expect(edits[0]).toMatchObject({
      on: TODAY,
      author_role: "rtd",
      reason: "riorganizzazione",
      act: { organ: "Giunta comunale", number: "12", on: "2026-10-01" },
    });
    expect(edits[0]!.changes.map(({ kind }) => kind)).toEqual(["title", "area", "weight", "themes", "norms"]);
  });

  test("twice on one day: the first edit held on no day, and stays in the history", async () => {
    const address = `${ACTION("4.3.5")}/modifica`;
    await send(address, { title: "Prima riscrittura" });
    await send(address, { title: "Seconda riscrittura", reason: "era sbagliata" });

    const { action, edits } = await actionPage("4.3.5");
    expect(action.title).toBe("Seconda riscrittura");
    expect(edits.map(({ changes }) => changes)).toEqual([
      [{ kind: "title", from: "Prima riscrittura", to: "Seconda riscrittura" }],
      [{ kind: "title", from: expect.any(String) as string, to: "Prima riscrittura" }],
    ]);
    const held = sqlite
      .prepare(
        "select held_from_on, held_until_on from plan_action_version where title = 'Prima riscrittura'",
      )
      .get();
    expect(held).toEqual({ held_from_on: TODAY, held_until_on: TODAY });
  });

  test("with nothing changed is not written, and the page says so", async () => {
    const rows = countRows();
    const answer = await send(`${ACTION("4.4.1")}/modifica`, { reason: "" });

    expect([answer.status, countRows()]).toEqual([302, rows]);
    const page = (await ask(answer.headers.get("Location")!, { as: "rtd" })).data as Page;
    expect(page.edited).toBe("nothing");
  });

  test("sent twice by a double click, at once and again, is one edit", async () => {
    const address = `${ACTION("4.4.2")}/modifica`;
    const form = await aForm(address, { title: "Titolo nuovo", weight: "2" });
    const rows = countRows();
    const answers = await Promise.all([ask(address, { as: "rtd", form }), ask(address, { as: "rtd", form })]);
    answers.push(await ask(address, { as: "rtd", form }));

    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect(new Set(answers.map(({ headers }) => headers.get("Location"))).size).toBe(1);
    expect(countRows()).toBe(rows + 2); // the edit, and the version that it opened
  });

  test("alike by two people is one edit and one conflict: the second learns that it is done", async () => {
    const rtd = await db
      .selectFrom("user")
      .selectAll()
      .where("username", "=", "rtd")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("user")
      .values({ ...rtd, id: "another-rtd", username: "rtd-2" })
      .execute();
    const address = `${ACTION("4.4.4")}/modifica`;
    const form = await aForm(address, { title: "Lo stesso titolo" });

    expect((await ask(address, { as: "rtd", form })).status).toBe(302);
    expect((await ask(address, { as: "rtd-2", form })).status).toBe(409);
  });

  test("by the second of two windows is refused with what changed, and with all that was typed", async () => {
    const address = `${ACTION("4.4.3")}/modifica`;
    const second = await aForm(address, { title: "Della seconda finestra", reason: "altro motivo" });
    await send(address, { weight: "3", reason: "pesa di più" });
    const rows = countRows();
    const answer = await ask(address, { as: "rtd", form: second });

    expect([answer.status, countRows()]).toEqual([409, rows]);
    const refused = answer.data as Refused;
    expect(refused.typed).toMatchObject({ title: "Della seconda finestra", reason: "altro motivo" });
    expect(refused.meanwhile).toMatchObject([
      { reason: "pesa di più", changes: [{ kind: "weight", from: 1, to: 3 }] },
    ]);
    const { lastEdit } = (await ask(address, { as: "rtd" })).data as FormPage;
    expect((await ask(address, { as: "rtd", form: { ...second, edit: String(lastEdit) } })).status).toBe(302);
  });

  test("keeps its lines of history, whose chain does not know the title", async () => {
    const lines = sqlite.prepare("select count(*) from status_line").pluck();
    const before = lines.get();
    await send(`${ACTION("4.5.1")}/modifica`, { title: "Un altro titolo" });

    expect(lines.get()).toBe(before);
  });
});

describe("an edit that cannot be", () => {
  const long = "a".repeat(501);

  test.each([
    ["no title", { title: "  " }, "title", /^Scrivi il titolo/],
    ["a title too long", { title: long }, "title", /^Il testo è troppo lungo: al massimo 500 caratteri/],
    ["a control character", { title: "Sportello\u0000unico" }, "title", /^Ci sono caratteri di controllo/],
    ["a line break in a title", { title: "Sportello\nunico" }, "title", /^Ci sono caratteri di controllo/],
    ["an area that is not there", { areaCode: "9.9" }, "areaCode", /^Scegli l’ambito dall’elenco/],
    ["no area", { areaCode: "" }, "areaCode", /^Scegli l’ambito dall’elenco/],
    ["a weight of zero", { weight: "0" }, "weight", /^Il peso deve essere maggiore di zero/],
    ["a weight below zero", { weight: "-1" }, "weight", /^Il peso deve essere maggiore di zero/],
    ["a weight that is no number", { weight: "tanto" }, "weight", /^Scrivi il peso come un numero/],
    ["a thousand, or one and a half?", { weight: "1.500" }, "weight", /^Scrivi il peso come un numero/],
    ["a weight out of proportion", { weight: "1000" }, "weight", /^Il peso è al massimo 100/],
    ["no reason", { reason: " \r\n " }, "reason", /^Scrivi il motivo/],
    ["a reason too long", { reason: "a".repeat(2001) }, "reason", /^Il testo è troppo lungo/],
    ["a control character in the reason", { reason: "per\u0007ché" }, "reason", /^Ci sono caratteri/],
    ["half an act", { actOrgan: "Giunta" }, "actNumber", /^Dell’atto servono organo, numero e giorno/],
    ["an act without organ", { actNumber: "3", actOn: "2026-10-01" }, "actOrgan", /^Dell’atto servono/],
    ["an act without day", { actOrgan: "Giunta", actNumber: "3" }, "actOn", /^Dell’atto servono/],
    ["a day that is none", { actOn: "2026-02-30" }, "actOn", /^Scrivi un giorno che esiste/],
    ["an act of another age", { actOn: "0202-05-04" }, "actOn", /^Controlla l’anno/],
    [
      "an act to come",
      { actOrgan: "Giunta", actNumber: "3", actOn: "2026-10-16" },
      "actOn",
      /^L’atto ha un giorno nel futuro/,
    ],
    ["a norm too long", { norms: "a".repeat(301) }, "norms", /^Una norma è troppo lunga/],
  ])("%s is told at its field, and nothing is written or lost", async (_, varied, field, sentence) => {
    const rows = countRows();
    const answer = await send(`${ACTION("4.6.1")}/modifica`, { title: "Cambiato", ...varied });

    expect([answer.status, countRows()]).toEqual([422, rows]);
    const { errors, typed } = answer.data as Refused;
    expect(errors[field]?.[0]).toMatch(sentence);
    expect(typed).toMatchObject({ title: "Cambiato", ...varied });
  });
});

describe("an action given to others", () => {
  test("is theirs from today in the years still open; the closed ones keep who answered", async () => {
    await addAction("4.3.70", [2021, 2022, 2023]);
    await ask(`${ACTION("4.3.70")}/2021/stato`, {
      as: "rtd",
      form: { to: "completed", effectiveOn: TODAY, reason: "", sequence: "0", ...NO_EVIDENCE },
    });
    const answer = await send(`${ACTION("4.3.70")}/responsabili`, {
      "responsible-1": "settore-1",
      lead: "settore-1",
    });

    expect(answer.status).toBe(302);
    const { action, edits } = await actionPage("4.3.70");
    expect(action.responsibles.map(({ code }) => code)).toEqual(["settore-1", "rtd"]);
    expect(action.lead).toMatchObject({ code: "settore-1" });
    expect(action.years.map(({ year, offices }) => [year, offices])).toEqual([
      [2021, ["settore-3", "settore-4"]],
      [2022, ["settore-1"]],
      [2023, ["settore-1"]],
    ]);
    expect(edits[0]!.changes).toMatchObject([
      { kind: "responsibles" },
      { kind: "lead", from: { code: "settore-3" }, to: { code: "settore-1" } },
      { kind: "offices", years: [2022, 2023], to: [{ code: "settore-1" }] },
    ]);
  });

  test("is still the others' on the day before", async () => {
    const before = await actionPage("4.3.1");
    await send(`${ACTION("4.3.1")}/responsabili`, { "responsible-1": "settore-1" });

    const [now, then] = [await actionPage("4.3.1"), await actionPage("4.3.1", YESTERDAY)];
    expect(now.action.responsibles).not.toEqual(before.action.responsibles);
    expect(then.action.responsibles).toEqual(before.action.responsibles);
    expect(then.action.years.map(({ offices }) => offices)).toEqual(
      before.action.years.map(({ offices }) => offices),
    );
  });

  test("lets the one who answers alone from now on update, and not the one who did", async () => {
    const status = `${ACTION("4.3.70")}/2023/stato`;

    expect((await ask(status, { as: "dirigente-settore-1" })).status).toBe(200);
    expect((await ask(status, { as: "dirigente-settore-3" })).status).toBe(403);
  });

  test.each([
    ["nobody", { "responsible-1": "" }, "responsibles", /^Scegli almeno un responsabile/],
    ["one who does not exist", { "responsible-1": "settore-9" }, "responsibles", /^«settore-9» non è/],
    ["one twice", { "responsible-2": "settori-3-e-4" }, "responsibles", /è scritto due volte/],
    ["a capofila who does not answer", { lead: "settore-1" }, "lead", /^Il capofila deve essere uno/],
    ["a capofila who does not exist", { lead: "nessuno" }, "lead", /^Il capofila deve essere uno/],
  ])("%s is told, and nothing is written", async (_, varied, field, sentence) => {
    const rows = countRows();
    const without = "responsible-1" in varied ? ["responsible-2"] : [];
    const answer = await send(`${ACTION("4.3.3")}/responsabili`, varied, without);

    expect([answer.status, countRows()]).toEqual([422, rows]);
    expect((answer.data as Refused).errors[field]?.[0]).toMatch(sentence);
  });

  test("an office that has ceased cannot be named", async () => {
    sqlite.prepare("update office set ceased_on = ? where code = 'uo-2.3'").run(TODAY);
    const answer = await send(`${ACTION("4.3.3")}/responsabili`, { "responsible-3": "uo-2.3" });
    const page = (await ask(`${ACTION("4.3.3")}/responsabili`, { as: "rtd" })).data as {
      choosable: { offices: { code: string }[] };
    };
    sqlite.prepare("update office set ceased_on = null where code = 'uo-2.3'").run();

    expect(answer.status).toBe(422);
    expect((answer.data as Refused).errors.responsibles?.[0]).toBe(
      "UO 2.3 è un ufficio cessato: scegli quello che ne ha preso il posto",
    );
    expect(page.choosable.offices.map(({ code }) => code)).not.toContain("uo-2.3");
  });

  test("sent twice is one edit", async () => {
    const address = `${ACTION("4.8.1")}/responsabili`;
    const form = await aForm(address, { "responsible-1": "settore-2", "responsible-2": "" });
    delete form["responsible-3"];
    const first = await ask(address, { as: "rtd", form });
    const rows = countRows();
    const second = await ask(address, { as: "rtd", form });

    expect([first.status, second.status, countRows()]).toEqual([302, 302, rows]);
    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
  });
});

describe("one office of an annualità", () => {
  const OFFICES = `${ACTION("4.3.80")}/2023/uffici`;
  const officesOf = async () =>
    (await actionPage("4.3.80")).action.years.find(({ year }) => year === 2023)!.offices;

  test("is added and taken off from today; what the action says of its responsibles stays", async () => {
    await addAction("4.3.80", [2023]);
    expect((await send(OFFICES, { "office-uo-2.3": "on" }, ["office-settore-4"])).status).toBe(302);

    expect(await officesOf()).toEqual(["uo-2.3", "settore-3"]);
    const { action, edits } = await actionPage("4.3.80");
    expect(action.responsibles.map(({ code }) => code)).toContain("settori-3-e-4");
    expect(edits[0]!.changes).toMatchObject([{ kind: "offices", years: [2023] }]);
  });

  test("stays off when somebody else becomes responsible", async () => {
    await send(`${ACTION("4.3.80")}/responsabili`, { "responsible-3": "settore-1" });

    expect(await officesOf()).toEqual(["settore-1", "uo-2.3", "settore-3"]);
  });

  test("leaves with the group that it came with, also where the group has lost it since; one added by hand stays", async () => {
    await addAction("4.3.81", [2023]);
    const address = ACTION("4.3.81");
    await send(`${address}/2023/uffici`, { "office-uo-2.3": "on" });
    const inGroup = sqlite
      .prepare(
        `select office_group.id, office.id from office_group, office
         where office_group.code = 'settori-3-e-4' and office.code = 'settore-4'`,
      )
      .raw()
      .get() as number[];
    sqlite
      .prepare("delete from office_group_member where office_group_id = ? and office_id = ?")
      .run(...inGroup);
    await send(`${address}/responsabili`, { "responsible-1": "settore-1", lead: "" });
    sqlite.prepare("insert into office_group_member values (?, ?)").run(...inGroup);

    expect((await actionPage("4.3.81")).action.years[0]!.offices).toEqual(["settore-1", "uo-2.3"]);
  });

  test("one that does not exist is refused", async () => {
    const rows = countRows();
    const answer = await send(OFFICES, { "office-settore-9": "on" });

    expect([answer.status, countRows()]).toEqual([422, rows]);
    expect((answer.data as Refused).errors.offices?.[0]).toMatch(/^Un ufficio indicato non esiste/);
  });
});

describe("a year", () => {
  const YEARS = `${ACTION("4.2.2")}/anni`;

  test("added to an action whose years the document does not say clarifies them", async () => {
    const answer = await send(YEARS, { "year-2022": "on", "due-2022": "2022-06-30", clarifies: "on" });

    expect(answer.status).toBe(302);
    const { action, edits } = await actionPage("4.2.2");
    expect(action.unknownYearCount).toBe(1);
    expect(action.years).toMatchObject([
      {
        year: 2022,
        status: "to-start",
        dueOn: "2022-06-30",
        adopted: false,
        offices: ["settore-1", "settore-2", "settore-3", "settore-4", "uoa-ufficio-del-sindaco"],
      },
    ]);
    expect(edits[0]!.changes).toEqual([
      { kind: "unknown-years", from: 2, to: 1 },
      { kind: "year-added", year: 2022, dueOn: "2022-06-30" },
    ]);
    const then = await actionPage("4.2.2", YESTERDAY);
    expect([then.action.unknownYearCount, then.action.years]).toEqual([2, []]);
  });

  test("added to an action whose office has ceased is the successor's", async () => {
    await addAction("4.3.82", [2021]);
    const idOf = sqlite.prepare("select id from plan_action where code = ?").pluck();
    const cease = sqlite.prepare(
      `update office set ceased_on = ?, successor_id = (select id from office where code = ?) where code = 'uo-2.3'`,
    );
    sqlite
      .prepare(
        `update plan_action_responsible set office_group_id = null, office_id = (select id from office where code = 'uo-2.3')
         where plan_action_id = ? and office_group_id is not null`,
      )
      .run(idOf.get("4.3.82"));
    cease.run(TODAY, "settore-2");
    await send(`${ACTION("4.3.82")}/anni`, { "year-2023": "on" });
    cease.run(null, null);

    expect((await actionPage("4.3.82")).action.years.at(-1)).toMatchObject({
      year: 2023,
      offices: ["settore-2"],
    });
  });

  test("twice is one", async () => {
    const form = await aForm(YEARS, { "year-2023": "on", "due-2023": "" });
    const answers = [await ask(YEARS, { as: "rtd", form }), await ask(YEARS, { as: "rtd", form })];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect((await actionPage("4.2.2")).action.years.map(({ year }) => year)).toEqual([2022, 2023]);
  });

  test.each([
    ["outside the plan", { "year-2030": "on" }, "years", /^Il 2030 è fuori dal piano 2021-2023/],
    ["outside any plan", { "year-999999": "on" }, "years", /^Il 999999 è fuori dal piano/],
    ["that is there", { "year-2022": "on" }, "years", /^Il 2022 c’è già/],
    [
      "due before it begins",
      { "year-2021": "on", "due-2021": "2020-12-31" },
      "due-2021",
      /^Il termine viene prima del 2021/,
    ],
    [
      "due more than ten years after it",
      { "year-2021": "on", "due-2021": "2032-01-01" },
      "due-2021",
      /^Il termine viene più di dieci anni dopo il 2021/,
    ],
    [
      "due in the year 9999",
      { "year-2021": "on", "due-2021": "9999-12-31" },
      "due-2021",
      /^Controlla l’anno: scrivi un giorno tra il 2000 e il 2100/,
    ],
    [
      "due on no day",
      { "year-2021": "on", "due-2021": "31/02/2021" },
      "due-2021",
      /^Scrivi un giorno che esiste/,
    ],
    ["not said, to clarify", { clarifies: "on" }, "clarifies", /^Per chiarire/],
  ])("%s is refused, and nothing is written or lost", async (_, varied, field, sentence) => {
    const rows = countRows();
    const answer = await send(YEARS, varied);

    expect([answer.status, countRows()]).toEqual([422, rows]);
    const { errors, typed } = answer.data as Refused;
    expect(errors[field]?.[0]).toMatch(sentence);
    expect(typed).toMatchObject(varied);
  });
});

describe("a new action", () => {
  const IN_2023 = { "year-2023": "on", "due-2023": "2027-03-31" };

  test("is a variation of an adopted plan: from today, never adopted, in the place of its code", async () => {
    const answer = await ask(NEW, { as: "rtd", form: aNewAction(IN_2023) });

    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toMatch(/azioni\/4\.3\.7\?modificata=\d+$/);
    const { action, edits, neighbours } = await actionPage("4.3.7");
    expect(action).toMatchObject({
      title: "Inventario dei servizi in cloud",
      lead: { code: "settore-3" },
      years: [{ year: 2023, adopted: false, dueOn: "2027-03-31", offices: ["settore-3", "settore-4"] }],
    });
    expect(neighbours).toEqual({ previous: "4.3.6", next: "4.3.70" });
    expect(edits.map(({ changes }) => changes)).toEqual([[{ kind: "created" }]]);
    expect((await ask(`${ACTION("4.3.7")}?al=${YESTERDAY}`, { as: "rtd" })).status).toBe(404);
  });

  test("sent twice is one", async () => {
    const rows = countRows();
    const answer = await ask(NEW, { as: "rtd", form: aNewAction(IN_2023) });

    expect([answer.status, countRows()]).toEqual([302, rows]);
  });

  test.each([
    ["a code that is taken", { code: "4.3.6" }, "code", /^Il codice 4\.3\.6 c’è già: «/],
    ["its own code with another title", { title: "Altra" }, "code", /^Il codice 4\.3\.7 c’è già/],
    ["a code of another shape", { code: "nuova/../x" }, "code", /^Scrivi il codice come nel piano/],
    ["no code", { code: "" }, "code", /^Scrivi il codice come nel piano/],
    ["no area", { code: "4.3.8", areaCode: "" }, "areaCode", /^Scegli l’ambito/],
    ["an unknown responsible", { code: "4.3.8", "responsible-1": "x" }, "responsibles", /^«x» non è/],
    ["a year outside the plan", { code: "4.3.8", "year-2024": "on" }, "years", /^Il 2024 è fuori/],
    ["no reason", { code: "4.3.8", reason: "" }, "reason", /^Scrivi il motivo/],
  ])("with %s is refused, and nothing is written or lost", async (_, varied, field, sentence) => {
    const rows = countRows();
    const answer = await ask(NEW, { as: "rtd", form: aNewAction({ ...IN_2023, ...varied }) });

    expect([answer.status, countRows()]).toEqual([422, rows]);
    const { errors, typed } = answer.data as Refused;
    expect(errors[field]?.[0]).toMatch(sentence);
    expect(typed).toMatchObject(varied);
  });

  test("tells all that is wrong with it at once", async () => {
    const answer = await ask(NEW, {
      as: "rtd",
      form: { code: "4", title: "", areaCode: "", weight: "0", edit: "0", reason: "" },
    });

    expect(Object.keys((answer.data as Refused).errors)).toEqual(
      expect.arrayContaining(["code", "title", "responsibles", "years", "reason"]),
    );
  });
});

describe("before the plan is adopted", () => {
  const DRAFT = "2027-2029";
  const NEW = `/piani/${DRAFT}/azioni/nuova`;
  const at = (page: string) => `/piani/${DRAFT}/azioni/4.1.1/${page}`;

  test("an action is added without a reason, held from the day of the draft", async () => {
    await insertDraft();
    const form = {
      code: "4.1.1",
      title: "Prima stesura",
      areaCode: "4.1",
      weight: "1",
      norms: "CAD",
      "responsible-1": "dirigenti-dei-settori",
      lead: "",
      "year-2027": "on",
      "due-2027": "",
      "year-2028": "on",
      "due-2028": "",
      edit: "0",
    };

    expect((await ask(NEW, { as: "rtd", form })).status).toBe(302);
    expect(rowsOf("plan_action_version")).toMatchObject([{ title: "Prima stesura", held_until_on: null }]);
  });

  test("it is edited in place: one row, no history, and two windows are still told apart", async () => {
    const second = await aForm(at("modifica"), { title: "Della seconda finestra" });
    const answer = await send(at("modifica"), { title: "Seconda stesura", norms: "", reason: "" });

    expect(answer.status).toBe(302);
    expect(rowsOf("plan_action_version")).toMatchObject([{ title: "Seconda stesura", held_until_on: null }]);
    expect(rowsOf("plan_action_norm")).toEqual([]);
    const page = (await ask(answer.headers.get("Location")!, { as: "rtd" })).data as Page;
    expect([page.edited, page.edits]).toEqual(["in-place", []]);
    const refused = await ask(at("modifica"), { as: "rtd", form: second });
    expect(refused.status).toBe(409);
    expect((refused.data as Refused).meanwhile).toMatchObject([
      {
        author_role: "rtd",
        changes: [
          { kind: "title", from: "Prima stesura", to: "Seconda stesura" },
          { kind: "norms", from: ["CAD"], to: [] },
        ],
      },
    ]);
  });

  test("what changed meanwhile is told against what the form says was seen, and left unsaid where that cannot be read", async () => {
    const form = await aForm(at("anni"), { "due-2028": "2028-03-31" });
    await send(at("anni"), { "due-2028": "2028-11-30" });
    const refused = await ask(at("anni"), { as: "rtd", form });

    expect([refused.status, (refused.data as Refused).meanwhile?.map(({ changes }) => changes)]).toEqual([
      409,
      [[{ kind: "due", year: 2028, from: "2028-12-31", to: "2028-11-30" }]],
    ]);
    for (const seen of ["", "{", "[]", `{"versions":[]}`]) {
      const told = await ask(at("anni"), { as: "rtd", form: { ...form, seen } });
      expect([told.status, (told.data as Refused).meanwhile]).toMatchObject([409, [{ changes: [] }]]);
    }
    await send(at("anni"), { "due-2028": "" });
  });

  test("a row that is deleted moves the guard, too, and the same form twice is one edit", async () => {
    const form = await aForm(at("responsabili"), { "responsible-1": "settore-1" });
    const answers = [
      await ask(at("responsabili"), { as: "rtd", form }),
      await ask(at("responsabili"), { as: "rtd", form }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(rowsOf("plan_action_responsible")).toHaveLength(1);
    const other = await ask(at("responsabili"), { as: "rtd", form: { ...form, "responsible-1": "rtd" } });
    expect(other.status).toBe(409);
  });

  test("years are added, taken off and given another due day in one form", async () => {
    const answer = await send(at("anni"), { "year-2029": "on", "due-2028": "2028-06-30", reason: "" }, [
      "year-2027",
    ]);

    expect(answer.status).toBe(302);
    const page = (await ask(`/piani/${DRAFT}/azioni/4.1.1`, { as: "rtd" })).data as Page;
    expect(page.action.years).toMatchObject([
      { year: 2028, dueOn: "2028-06-30", offices: ["settore-1"] },
      { year: 2029, dueOn: "2029-12-31", offices: ["settore-1"] },
    ]);
  });

  test("the offices of one year are not chosen by hand: adoption writes them down", async () => {
    const offices = `/piani/${DRAFT}/azioni/4.1.1/2028/uffici`;

    expect((await ask(offices, { as: "rtd" })).status).toBe(404);
    expect((await ask(offices, { as: "rtd", form: {} })).status).toBe(404);
  });

  test("the last year is not taken off, nor one into which something is carried over", async () => {
    const none = await send(at("anni"), {}, ["year-2028", "year-2029"]);
    expect((none.data as Refused).errors.years?.[0]).toMatch(/^Scegli almeno un anno/);

    const { id } = await db
      .selectFrom("action_year")
      .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
      .innerJoin("plan", "plan.id", "plan_action.plan_id")
      .select("action_year.id")
      .where("plan.code", "=", DRAFT)
      .where("action_year.year", "=", 2029)
      .executeTakeFirstOrThrow();
    const source = sqlite.prepare("select id from action_year limit 1").pluck().get() as number;
    await db
      .insertInto("carry_over")
      .values({ source_action_year_id: source, target_action_year_id: id })
      .execute();
    const carried = await send(at("anni"), {}, ["year-2029"]);
    expect((carried.data as Refused).errors.years?.[0]).toMatch(/^Nel 2029 si riporta un’annualità/);
  });

  function rowsOf(table: string) {
    return sqlite
      .prepare(
        `select row.* from ${table} row join plan_action on plan_action.id = row.plan_action_id
         join plan on plan.id = plan_action.plan_id where plan.code = ?`,
      )
      .all(DRAFT);
  }
});

/** A plan that nobody has adopted, with one area and nothing in it. */
async function insertDraft(): Promise<void> {
  const { id } = await db
    .insertInto("plan")
    .values({
      code: "2027-2029",
      title: "Piano 2027-2029",
      first_year: 2027,
      last_year: 2029,
      act_organ: null,
      act_number: null,
      act_on: null,
      adopted_on: null,
      source: "prova",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const area = { plan_id: id, code: "4.1", ordinal: 1, title: "Adozione", source: "prova" };
  await db
    .insertInto("area")
    .values({ ...area, responsibles_as_written: null })
    .execute();
}
