import { beforeAll, describe, expect, test } from "vitest";
import { ask, countLines, db, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { insertClosedReview } from "#tests/support/reviews.ts";

/** The plan 2021-2023, whose last day a closed review has seen: asked of every page that makes a variation. */

const PLAN = "/piani/2021-2023";
const GROUNDS = { reason: "serve", actOrgan: "", actNumber: "", actOn: "" };
const CLOSED = ["Il piano 2021-2023 è chiuso dalla fotografia al 31/12/2023: non ha più variazioni"];

type Correction = { choices: string[]; wrong: { effective_on: string } };
type Refused = { errors: Record<string, string[]>; typed: Record<string, string> };

let review: number;
beforeAll(async () => {
  await insertClosedReview(db, { plan: "2021-2023", day: "2022-12-31" });
  review = await insertClosedReview(db, { plan: "2021-2023", day: "2023-12-31" });
});

function countEdits(): number {
  return sqlite.prepare("select count(*) from edit").pluck().get() as number;
}

async function formOf(address: string): Promise<Record<string, string>> {
  const { data } = await ask(address, { as: "rtd" });
  const { lastEdit, prefilled = {} } = data as { lastEdit: number; prefilled?: Record<string, string> };
  return { ...prefilled, ...GROUNDS, edit: String(lastEdit) };
}

function statusForm(to: string, year: number, varied: Record<string, string> = {}) {
  const sequence = String(lastSequenceOf("4.6.3", year));
  const evidence = {
    evidenceKind: "",
    evidenceNumber: "",
    evidenceOn: "",
    evidenceLink: "",
    evidenceNote: "",
  };
  return { to, effectiveOn: "2026-10-15", reason: "serve", dueOn: "", sequence, ...evidence, ...varied };
}

function change(to: string, year: number, varied: Record<string, string> = {}) {
  return ask(`${PLAN}/azioni/4.6.3/${year}/stato`, { as: "rtd", form: statusForm(to, year, varied) });
}

describe("a plan that a review has closed", () => {
  test.each([
    ["a new title", "azioni/4.6.3/modifica", { title: "Un altro titolo" }],
    ["other responsibles", "azioni/4.6.3/responsabili", { "responsible-1": "settore-1" }],
    ["another year", "azioni/4.6.3/anni", { "year-2021": "on", "due-2021": "2021-12-31" }],
    ["other offices of a year", "azioni/4.6.3/2022/uffici", { "office-uo-3.4": "on" }],
    ["a new action", "azioni/nuova", { code: "4.6.20", title: "Nuova", areaCode: "4.6", weight: "1" }],
    ["a new area", "ambiti/nuovo", { code: "4.20", title: "Nuovo" }],
    ["another name of an area", "ambiti/4.6/modifica", { title: "Un altro nome" }],
  ])("refuses %s with the reason, keeps what was typed and writes nothing", async (_, path, typed) => {
    const before = countEdits();
    const form = { ...(await formOf(`${PLAN}/${path}`)), ...typed };
    const { status, data } = await ask(`${PLAN}/${path}`, { as: "rtd", form });

    expect({ status, errors: (data as Refused).errors }).toEqual({ status: 422, errors: { plan: CLOSED } });
    expect((data as Refused).typed).toMatchObject(typed);
    expect(countEdits()).toBe(before);
  });

  test("says so on the form before anybody types, with the review", async () => {
    const { data } = await ask(`${PLAN}/azioni/4.6.3/modifica`, { as: "rtd" });

    expect(data).toMatchObject({ closedBy: { id: review, shown_on: "2023-12-31" } });
  });

  test("still has its themes changed: they are not the plan's", async () => {
    const form = { ...(await formOf(`${PLAN}/azioni/4.6.3/modifica`)), "theme-lavoro-agile": "on" };

    expect((await ask(`${PLAN}/azioni/4.6.3/modifica`, { as: "rtd", form })).status).toBe(302);
  });

  test("neither offers nor takes a rettifica that would make one", async () => {
    const address = `${PLAN}/azioni/4.6.3/2022/rettifica/${lastSequenceOf("4.6.3", 2022)}`;
    const { data } = await ask(address, { as: "rtd" });
    const before = countLines();
    const form = { ...statusForm("cancelled", 2022), effectiveOn: (data as Correction).wrong.effective_on };
    const cancelled = await ask(address, { as: "rtd", form });

    expect((data as Correction).choices).not.toContain("cancelled");
    expect(cancelled).toMatchObject({ status: 422, data: { errors: { to: CLOSED } } });
    expect(countLines()).toBe(before);
  });

  test("neither offers nor takes a cancelling or a rescheduling, and goes on with what is done late", async () => {
    const { data } = await ask(`${PLAN}/azioni/4.6.3/2022/stato`, { as: "rtd" });
    const before = countLines();
    const cancelled = await change("cancelled", 2022);
    const rescheduled = await change("rescheduled", 2022, { targetYear: "2024" });

    expect((data as { choices: string[] }).choices).toEqual(["no-news", "update", "completed", "suspended"]);
    expect(cancelled).toMatchObject({ status: 422, data: { errors: { to: CLOSED } } });
    expect(rescheduled).toMatchObject({ status: 422, data: { errors: { to: CLOSED } } });
    expect(countLines()).toBe(before);
    expect((await change("completed", 2022)).status).toBe(302);
    expect(countLines()).toBe(before + 1);
  });

  test("leaves the plan in force as open as it was", async () => {
    const { data } = await ask("/piani/2024-2026/azioni/4.10.2/modifica", { as: "rtd" });

    expect(data).toMatchObject({ closedBy: null });
  });
});
