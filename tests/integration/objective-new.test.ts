import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { objectivesOnDay } from "#app/pages/objective/objectives-on-day.server.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

/** Objectives that the RTD adds, by themselves or from one of another year (R9). */

const TODAY = "2026-10-15";

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Page = {
  prefilled: Record<string, string>;
  documents: string[];
  offices: { code: string }[];
  copied: { lastEdit: number; steps: { ordinal: number; years: number[] }[] } | undefined;
};

const NEW = {
  document: "PEG 2026",
  firstYear: "2026",
  lastYear: "",
  number: "",
  code: "",
  title: "Digitalizzazione degli archivi",
  description: "",
  kind: "management",
  "office-settore-3": "on",
  weight: "1,5",
  reason: "PEG 2026 approvato",
};

function send(form: Record<string, string>, address = "/obiettivi/nuovo") {
  return ask(address, { as: "rtd", form });
}

async function objectiveOn(code: string, day = TODAY) {
  const at = day === TODAY ? asOfNow(day) : asOf(day);
  return (await objectivesOnDay(at)).find((one) => one.code === code);
}

function countObjectives(): number {
  return sqlite.prepare("select count(*) from objective").pluck().get() as number;
}

describe("a form with several things wrong, unreadable and against the rules,", () => {
  test("is told all of them at once", async () => {
    const wrong = { firstYear: "duemila", weight: "molto", title: "", document: "", reason: "", code: "a b" };
    const { status, data } = await send({ ...NEW, ...wrong, "office-settore-3": "" });

    expect([status, Object.keys((data as Refused).errors).sort()]).toEqual([
      422,
      ["code", "document", "firstYear", "reason", "title", "weight"],
    ]);
  });
});

describe("an objective added", () => {
  test("is given its code from document and number, and stands from today", async () => {
    const { status, headers } = await send(NEW);

    expect([status, headers.get("Location")]).toEqual([
      302,
      expect.stringMatching(/^\/obiettivi\/PEG-2026-1\?salvato=\d+$/),
    ]);
    expect(await objectiveOn("PEG-2026-1")).toMatchObject({
      title: NEW.title,
      kind: "management",
      weight: 1.5,
      first_year: 2026,
      last_year: 2026,
      offices: [{ code: "settore-3" }],
      progress: { percent: null },
    });
    expect(await objectiveOn("PEG-2026-1", "2026-10-14")).toBeUndefined();
    expect((await ask(headers.get("Location")!, { as: "giunta" })).status).toBe(200);
  });

  test("sent twice is added once; in other words it is another, with the next code", async () => {
    const before = countObjectives();
    const again = await send(NEW);
    expect([again.headers.get("Location"), countObjectives()]).toEqual([
      expect.stringMatching(/^\/obiettivi\/PEG-2026-1\?/),
      before,
    ]);

    const other = await send({ ...NEW, title: "Altro obiettivo" });
    expect(other.headers.get("Location")).toMatch(/^\/obiettivi\/PEG-2026-2\?/);
  });

  test("may be of several years, transversal, and have a code of its own", async () => {
    const form = {
      ...NEW,
      title: "Dal DUP",
      document: "DUP 2026-2028",
      lastYear: "2028",
      code: "DUP-26.1_a+b",
    };
    await send({ ...form, transversal: "on", kind: "strategic" });

    expect(await objectiveOn("DUP-26.1_a+b")).toMatchObject({ last_year: 2028, is_transversal: 1 });
    expect((await ask("/obiettivi/DUP-26.1_a%2Bb/modifica", { as: "rtd" })).status).toBe(200);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["without document nor title", { document: " ", title: "  " }, ["document", "title"]],
    ["in the year 1999", { firstYear: "1999" }, ["firstYear", "lastYear"]],
    ["in no year", { firstYear: "presto" }, ["firstYear"]],
    ["ending before it begins", { lastYear: "2025" }, ["lastYear"]],
    ["with a code that is taken, whatever its capitals", { code: "peg-ced", title: "Nuovo" }, ["code"]],
    ["with a code that no address carries", { code: "PEG/1" }, ["code"]],
    ["with the code of a page", { code: "nuovo" }, ["code"]],
    ["with a weight below zero", { weight: "-1" }, ["weight"]],
    ["of no kind", { kind: "" }, ["kind"]],
    ["with a title too long", { title: "x".repeat(501) }, ["title"]],
    ["without a reason", { title: "Senza motivo", reason: "" }, ["reason"]],
    ["for an office that is not there", { title: "Di nessuno", "office-boh": "on" }, ["office"]],
  ])("%s is refused, and nothing typed is lost", async (_, varied, fields) => {
    const before = countObjectives();
    const form = { ...NEW, ...varied };
    const { status, data } = await send(form);

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, fields]);
    expect((data as Refused).typed).toEqual(form);
    expect(countObjectives()).toBe(before);
  });

  test("says which objective has the code already", async () => {
    const { data } = await send({ ...NEW, code: "PEG-CED" });

    expect((data as Refused).errors.code![0]).toContain("«GESTIONE UFFICIO CED»");
  });
});

describe("the form of a new objective", () => {
  test("suggests the documents of this year and those that are known, and no office that has ceased", async () => {
    sqlite.prepare("update office set ceased_on = '2026-01-01' where code = 'uo-2.3'").run();
    const { documents, offices } = (await ask("/obiettivi/nuovo", { as: "rtd" })).data as Page;

    expect(documents).toEqual(expect.arrayContaining(["PEG 2026", "PIAO 2026", "PdO 2021", "DUP 2021/2023"]));
    expect(offices.map(({ code }) => code)).not.toContain("uo-2.3");
    expect((await send({ ...NEW, title: "Cessato", "office-uo-2.3": "on" })).data).toMatchObject({
      errors: { office: [expect.stringContaining("cessato")] },
    });
  });
});

describe("an objective made from another", () => {
  const FROM = "PEG-50000-30000";
  const ADDRESS = `/obiettivi/nuovo?da=${FROM}`;

  test("begins with its words and its steps, for the year after; which of them name a year is said before and after", async () => {
    const { prefilled, copied } = (await ask(ADDRESS, { as: "rtd" })).data as Page;
    expect(prefilled).toMatchObject({ document: "PEG 2026", firstYear: "2026", lastYear: "" });
    const dated = copied!.steps.filter(({ years }) => years.length > 0).map(({ ordinal }) => ordinal);
    expect(dated.length).toBeGreaterThan(0);

    const form = { ...prefilled, copied: FROM, seen: String(copied!.lastEdit), code: "", reason: "PEG 2026" };
    const { headers } = await send(form, ADDRESS);
    const code = /obiettivi\/([^?]+)/.exec(headers.get("Location")!)![1]!;
    const [made, from] = [(await objectiveOn(code))!, (await objectiveOn(FROM))!];
    const said = (one: typeof made) =>
      one.steps.map(({ text, planned_as_written, planned_is_shared, weight, objective_activity_id }) => ({
        ...{ text, planned_as_written, planned_is_shared, weight },
        activity: one.activities.find(({ id }) => id === objective_activity_id)?.title,
      }));
    expect(said(made)).toEqual(said(from));
    expect([made.links, made.steps.flatMap(({ reports }) => reports)]).toEqual([[], []]);
    const { saved } = (await ask(headers.get("Location")!, { as: "rtd" })).data as {
      saved: { toLookAt: { ordinal: number }[] };
    };
    expect(saved.toLookAt.map(({ ordinal }) => ordinal)).toEqual(dated);

    const before = countObjectives();
    expect((await send(form, ADDRESS)).headers.get("Location")).toBe(headers.get("Location"));
    expect(countObjectives()).toBe(before);
  });

  test("that changed meanwhile is told before anything is copied", async () => {
    const { prefilled } = (await ask(ADDRESS, { as: "rtd" })).data as Page;
    const before = countObjectives();
    const form = { ...prefilled, title: "Altro", copied: FROM, seen: "1", code: "", reason: "PEG 2026" };
    const { status, data } = await send(form, ADDRESS);

    expect([status, (data as Refused).isConflict, (data as Refused).typed.title]).toEqual([
      409,
      true,
      "Altro",
    ]);
    expect(countObjectives()).toBe(before);
  });
});
