import { beforeEach, describe, expect, test } from "vitest";
import { dayInRome } from "#app/domain/days.ts";
import type { Unfinished } from "#app/domain/triennium/carry-over.ts";
import { ask, connection, countLines, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

/** The draft 2027-2029 of the demonstration, opened anew for each test and taken apart again. */

const DRAFT = "/piani/2027-2029";
const PLAN = { code: "2027-2029", title: "Piano 2027-2029", firstYear: "2027", lastYear: "2029" };

type Refused = { errors: Record<string, string[]>; isConflict: boolean };
type EditPage = { lastEdit: number; seen: string; prefilled: Record<string, string> };
type CarryPage = { chosen: { target_year: number } | null; undone: string; draftStamp: string };

async function unfinishedYear(plan: string, code: string, year: number): Promise<Unfinished> {
  const { unfinished } = (await ask("/piani/nuovo", { as: "rtd" })).data as { unfinished: Unfinished[] };
  return unfinished.find((one) => one.plan === plan && one.code === code && one.actionYear.year === year)!;
}

function carrying({ actionYear }: Unfinished, year: number): Record<string, string> {
  return { [`riporta-${actionYear.id}`]: "on", [`anno-${actionYear.id}`]: String(year) };
}

async function stampOf(address: string): Promise<string> {
  return ((await ask(address, { as: "rtd" })).data as { stamp: string }).stamp;
}

function codesOf(plan: string): string[] {
  return sqlite
    .prepare(
      `select plan_action.code from plan_action join plan on plan.id = plan_action.plan_id
       where plan.code = ? order by plan_action.ordinal`,
    )
    .pluck()
    .all(plan) as string[];
}

function count(table: string): number {
  return sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number;
}

/** All that the database holds but the edits: what a discarded draft must leave as it was. */
function contents(): string {
  const tables = sqlite
    .prepare(
      "select name from sqlite_master where type = 'table' and name not in ('edit', 'session', 'user') order by name",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((table) => [table, sqlite.prepare(`select * from "${table}"`).all()]));
}

let before: string;
beforeEach(async () => {
  if (codesOf("2027-2029").length > 0 || (await ask(DRAFT, { as: "rtd" })).status === 200)
    await ask(`${DRAFT}/scarto`, { as: "rtd", form: { stamp: await stampOf(`${DRAFT}/scarto`) } });
  before = contents();
  const form = {
    ...PLAN,
    ...carrying(await unfinishedYear("2024-2026", "4.3.6", 2025), 2027),
    ...carrying(await unfinishedYear("2021-2023", "4.6.3", 2022), 2027),
    ...carrying(await unfinishedYear("2021-2023", "4.6.3", 2023), 2028),
  };
  expect((await ask("/piani/nuovo", { as: "rtd", form })).status).toBe(302);
});

describe("a draft that is discarded", () => {
  test("is gone whole, and leaves everything else as it was, to the last row", async () => {
    expect(contents()).not.toBe(before);
    const lines = countLines();
    const { data } = await ask(`${DRAFT}/scarto`, { as: "rtd" });
    expect(data).toMatchObject({ actions: 2, years: 3, areas: 11 });
    expect((data as { carried: unknown[] }).carried).toHaveLength(3);

    const stamp = await stampOf(`${DRAFT}/scarto`);
    const answers = [
      await ask(`${DRAFT}/scarto`, { as: "rtd", form: { stamp } }),
      await ask(`${DRAFT}/scarto`, { as: "rtd", form: { stamp } }),
    ];
    expect(answers.map(({ headers }) => headers.get("Location"))).toEqual([
      "/piani?scartata=2027-2029",
      "/piani?scartata=2027-2029",
    ]);
    expect(contents()).toBe(before);
    expect(countLines()).toBe(lines);
    expect((await ask(DRAFT, { as: "rtd" })).status).toBe(404);
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });

  test("is said to be gone to who may discard it, and to them only where the link names a plan", async () => {
    const said = async (as: string, code: string) =>
      (await ask(`/piani?scartata=${encodeURIComponent(code)}`, { as })).data as object;

    expect(await said("rtd", "2030-2032")).toMatchObject({ discarded: "2030-2032" });
    expect(await said("rtd", "2027-2029")).toMatchObject({ discarded: null });
    expect(await said("rtd", "del Comune è stata annullata: chiama il numero")).toMatchObject({
      discarded: null,
    });
    expect(await said("giunta", "2030-2032")).toMatchObject({ discarded: null });
  });

  test("makes room for another", async () => {
    const stamp = await stampOf(`${DRAFT}/scarto`);
    await ask(`${DRAFT}/scarto`, { as: "rtd", form: { stamp } });

    expect((await ask("/piani/nuovo", { as: "rtd", form: PLAN })).status).toBe(302);
    expect(codesOf("2027-2029")).toEqual([]);
  });

  test("is not discarded by who saw it as it was before", async () => {
    const stamp = await stampOf(`${DRAFT}/scarto`);
    const area = { code: "4.20", title: "Intelligenza artificiale", edit: "0" };
    expect((await ask(`${DRAFT}/ambiti/nuovo`, { as: "rtd", form: area })).status).toBe(302);
    const answer = await ask(`${DRAFT}/scarto`, { as: "rtd", form: { stamp } });

    expect([answer.status, (answer.data as Refused).isConflict]).toEqual([409, true]);
    expect(codesOf("2027-2029")).toEqual(["4.3.6", "4.6.3"]);
  });

  test("is neither discarded nor adopted by who saw it before a norm was written", async () => {
    const act = { actOrgan: "Giunta comunale", actNumber: "150", actOn: "2026-10-14" };
    const adoption = { ...act, adoptedOn: "2026-10-15", stamp: await stampOf(`${DRAFT}/adozione`) };
    const stamp = await stampOf(`${DRAFT}/scarto`);
    const page = `${DRAFT}/azioni/4.3.6/modifica`;
    const { lastEdit, seen, prefilled } = (await ask(page, { as: "rtd" })).data as EditPage;
    const norm = { ...prefilled, norms: "CAD, art. 33-septies", edit: String(lastEdit), seen };
    expect((await ask(page, { as: "rtd", form: norm })).status).toBe(302);
    const answers = [
      await ask(`${DRAFT}/scarto`, { as: "rtd", form: { stamp } }),
      await ask(`${DRAFT}/adozione`, { as: "rtd", form: adoption }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    expect(codesOf("2027-2029")).toEqual(["4.3.6", "4.6.3"]);
  });
});

test("an adopted plan is never discarded, nor is an action taken off it", async () => {
  const now = contents();
  const plan = "/piani/2024-2026";
  const stamps = {
    plan: await stampOf(`${plan}/scarto`),
    action: await stampOf(`${plan}/azioni/4.3.6/eliminazione`),
  };
  const answers = [
    await ask(`${plan}/scarto`, { as: "rtd", form: { stamp: stamps.plan } }),
    await ask(`${plan}/azioni/4.3.6/eliminazione`, { as: "rtd", form: { stamp: stamps.action } }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([409, 409]);
  expect(contents()).toBe(now);
});

describe("an action that is taken off a draft", () => {
  const page = `${DRAFT}/azioni/4.6.3/eliminazione`;

  test("goes with what was to be carried over into it, which stays open where it is", async () => {
    const { data } = await ask(page, { as: "rtd" });
    expect(data).toMatchObject({
      carried: [
        { plan: "2021-2023", code: "4.6.3", year: 2022 },
        { plan: "2021-2023", code: "4.6.3", year: 2023 },
      ],
    });
    const stamp = await stampOf(page);
    const answers = [
      await ask(page, { as: "rtd", form: { stamp } }),
      await ask(page, { as: "rtd", form: { stamp } }),
    ];

    expect(answers.map(({ headers }) => headers.get("Location"))).toEqual([DRAFT, DRAFT]);
    expect(codesOf("2027-2029")).toEqual(["4.3.6"]);
    expect(count("carry_over")).toBe(1);
    expect((await unfinishedYear("2021-2023", "4.6.3", 2022)).actionYear.status).not.toBe("rescheduled");
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });

  test("stays where another window carried something else over into it meanwhile", async () => {
    const stamp = await stampOf(page);
    const riporto = "/piani/2021-2023/azioni/4.6.3/2023/riporto";
    await ask(riporto, {
      as: "rtd",
      form: {
        target: "2027-2029/2027",
        chosen: "2027-2029/2028",
        sequence: String(lastSequenceOf("4.6.3", 2023)),
      },
    });
    const answer = await ask(page, { as: "rtd", form: { stamp } });

    expect([answer.status, (answer.data as Refused).isConflict]).toEqual([409, true]);
    expect(codesOf("2027-2029")).toContain("4.6.3");
  });
});

describe("a choice to carry over that is taken back", () => {
  const riporto = (year: number) => `/piani/2021-2023/azioni/4.6.3/${year}/riporto`;
  const page = async (year: number) => (await ask(riporto(year), { as: "rtd" })).data as CarryPage;
  const yearsOf = (code: string) =>
    sqlite
      .prepare(
        `select action_year.year from action_year_life life join action_year on action_year.id = life.action_year_id
         join plan_action on plan_action.id = action_year.plan_action_id join plan on plan.id = plan_action.plan_id
         where plan.code = '2027-2029' and plan_action.code = ? order by action_year.year`,
      )
      .pluck()
      .all(code);

  async function takeBack(year: number, chosen: string, varied: Record<string, string> = {}) {
    const { draftStamp } = await page(year);
    const sequence = String(lastSequenceOf("4.6.3", year));
    return ask(riporto(year), { as: "rtd", form: { target: "", chosen, draftStamp, sequence, ...varied } });
  }

  test("leaves the action and the year in the draft unless asked otherwise", async () => {
    expect((await takeBack(2022, "2027-2029/2027")).status).toBe(302);
    expect(yearsOf("4.6.3")).toEqual([2027, 2028]);
  });

  test("takes the year off where it is asked to, then the action with its last one", async () => {
    const undo = { "undo-draft": "on" };
    expect((await page(2022)).undone).toBe("year");
    expect((await takeBack(2022, "2027-2029/2027", undo)).status).toBe(302);
    expect(yearsOf("4.6.3")).toEqual([2028]);
    expect((await page(2023)).undone).toBe("action");
    expect((await takeBack(2023, "2027-2029/2028", undo)).status).toBe(302);
    expect(codesOf("2027-2029")).toEqual(["4.3.6"]);
    expect((await takeBack(2023, "2027-2029/2028", undo)).status).toBe(302);
    expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
  });

  test("leaves, of the year and of the action that go with it, an edit that says who and when", async () => {
    const undo = { "undo-draft": "on" };
    const after = [count("edit")];
    for (const [year, chosen] of [
      [2022, "2027-2029/2027"],
      [2023, "2027-2029/2028"],
    ] as const) {
      await takeBack(year, chosen, undo);
      after.push(count("edit"));
    }

    expect(codesOf("2027-2029")).toEqual(["4.3.6"]);
    expect(after).toEqual([after[0], after[0]! + 1, after[0]! + 2]);
    const last = "select author_role as role, recorded_at as at from edit order by id desc limit 1";
    const { role, at } = sqlite.prepare(last).get() as { role: string; at: string };
    expect([role, dayInRome(at)]).toEqual(["rtd", "2026-10-15"]);
  });

  test("moved to another year takes the first one off, never the action", async () => {
    await takeBack(2023, "2027-2029/2028", { "undo-draft": "on" });
    const moved = await takeBack(2022, "2027-2029/2027", { target: "2027-2029/2029", "undo-draft": "on" });

    expect(moved.status).toBe(302);
    expect(yearsOf("4.6.3")).toEqual([2029]);
    expect((await page(2022)).chosen).toMatchObject({ target_year: 2029 });
  });

  test("moved and undone by a form that is sent twice is moved once", async () => {
    const { draftStamp } = await page(2022);
    const form = { target: "2027-2029/2029", "undo-draft": "on", draftStamp };
    const answers = [
      await takeBack(2022, "2027-2029/2027", form),
      await takeBack(2022, "2027-2029/2027", form),
    ];

    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(yearsOf("4.6.3")).toEqual([2028, 2029]);
    const other = await takeBack(2022, "2027-2029/2027", { ...form, target: "2027-2029/2028" });
    expect([other.status, (other.data as Refused).isConflict]).toEqual([409, true]);
  });

  test("is refused where another window changed the choice, or what is to be taken off", async () => {
    const changed = await takeBack(2022, "2027-2029/2028");
    expect([changed.status, (changed.data as Refused).isConflict]).toEqual([409, true]);

    const edited = await takeBack(2022, "2027-2029/2027", { "undo-draft": "on", draftStamp: "di prima" });
    expect([edited.status, (edited.data as Refused).isConflict]).toEqual([409, true]);
    expect(yearsOf("4.6.3")).toEqual([2027, 2028]);
  });
});

describe("the matrix says where a year comes from", () => {
  type Matrix = { rows: { code: string; cells: ({ year: number; from: object[] } | null)[] }[] };
  const fromOf = async (address: string, code: string, year: number) => {
    const { rows } = (await ask(address, { as: "giunta" })).data as Matrix;
    const cells = rows.find((row) => row.code === code)?.cells;
    return cells?.find((cell) => cell?.year === year)?.from;
  };

  test("of a draft, what was chosen to be carried over into it", async () => {
    expect(await fromOf(DRAFT, "4.6.3", 2027)).toEqual([{ plan: "2021-2023", code: "4.6.3", year: 2022 }]);
  });

  test("of an adopted plan, what was rescheduled into it; on a day before that it was not there", async () => {
    expect(await fromOf("/piani/2024-2026", "4.3.6", 2025)).toEqual([
      { plan: "2021-2023", code: "4.3.6", year: 2023 },
    ]);
    expect(await fromOf("/piani/2024-2026", "4.3.6", 2024)).toEqual([]);
    expect(await fromOf("/piani/2021-2023", "4.3.6", 2023)).toEqual([]);
    expect(await fromOf("/piani/2024-2026?al=2024-02-28", "4.3.6", 2025)).toBeUndefined();
  });
});
