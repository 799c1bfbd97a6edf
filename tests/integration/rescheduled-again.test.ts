import { beforeEach, describe, expect, test } from "vitest";
import { ask, db, lastSequenceOf } from "#tests/support/requests.ts";
import { statusForm } from "#tests/support/rotta-pages.ts";

type Page = { action: { years: { year: number; offices: string[] }[] } };
type FormPage = { lastEdit: number; prefilled: Record<string, string> };

const PLAN = "/piani/2024-2026";
const GROUP = "dirigenti-dei-settori";
let made = 0;
let code: string;
let action: string;

/** An edit by its form: what the page filled in, with what the test varies; a field that is null is not sent. */
async function edit(page: string, varied: Record<string, string | null>): Promise<void> {
  const { lastEdit, prefilled } = (await ask(`${action}/${page}`, { as: "rtd" })).data as FormPage;
  const grounds = { reason: "riorganizzazione", actOrgan: "", actNumber: "", actOn: "" };
  const form = Object.entries({ ...prefilled, edit: String(lastEdit), ...grounds, ...varied });
  const sent = form.filter((field): field is [string, string] => field[1] !== null);
  expect((await ask(`${action}/${page}`, { as: "rtd", form: sent })).status).toBe(302);
}

const giveTo = (responsible: string) => edit("responsabili", { "responsible-1": responsible, lead: "" });

async function step(fields: Record<string, string>): Promise<void> {
  const form = statusForm({ ...fields, reason: "slitta", sequence: String(lastSequenceOf(code, 2025)) });
  expect((await ask(`${action}/2025/stato`, { as: "rtd", form })).status).toBe(302);
}

const reschedule = () => step({ to: "rescheduled", targetYear: "2026" });
const reopen = () => step({ to: "in-progress", progress: "10" });

async function officesOf2026(): Promise<string[]> {
  const { years } = ((await ask(action, { as: "rtd" })).data as Page).action;
  return years.find(({ year }) => year === 2026)!.offices;
}

/** Each story has an action of its own, of Settori 3 and 4 in 2025, as only an edit makes one. */
beforeEach(async () => {
  code = `4.3.9${made++}`;
  action = `${PLAN}/azioni/${code}`;
  const asked = { code, title: "Inventario dei servizi", areaCode: "4.3", weight: "1", norms: "", edit: "0" };
  const who = { "theme-cloud": "on", "responsible-1": "settori-3-e-4", lead: "", "year-2025": "on" };
  const why = { reason: "chiesta dalla Giunta", actOrgan: "", actNumber: "", actOn: "" };
  const answer = await ask(`${PLAN}/azioni/nuova`, { as: "rtd", form: { ...asked, ...who, ...why } });
  expect(answer.status).toBe(302);
});

describe("a year rescheduled to again, once its action is given to others", () => {
  test("is left by those that the rescheduling brought, as they had come with their group", async () => {
    await reschedule();
    await reopen();
    await giveTo(GROUP);
    await reschedule();
    expect(await officesOf2026()).toEqual(["settore-1", "settore-2", "settore-3", "settore-4"]);
    await giveTo("settore-3");

    expect(await officesOf2026()).toEqual(["settore-3"]);
  });

  test("gets back those that the rescheduling did not bring, with a group that names them", async () => {
    await giveTo(GROUP);
    await reschedule();
    await reopen();
    await giveTo("settore-3");
    await reschedule();
    expect(await officesOf2026()).toEqual(["settore-3"]);
    await giveTo(GROUP);

    expect(await officesOf2026()).toEqual(["settore-1", "settore-2", "settore-3", "settore-4"]);
  });

  test("keeps what was added and taken off by hand where it comes from", async () => {
    await reschedule();
    await reopen();
    await edit("2025/uffici", { "office-uo-2.3": "on", "office-settore-4": null });
    await reschedule();
    expect(await officesOf2026()).toEqual(["uo-2.3", "settore-3"]);
    await giveTo(GROUP);

    expect(await officesOf2026()).toEqual(["settore-1", "settore-2", "uo-2.3", "settore-3"]);
  });

  test("keeps what was added to it by hand since", async () => {
    await reschedule();
    await reopen();
    await giveTo(GROUP);
    await reschedule();
    await edit("2026/uffici", { "office-uo-2.3": "on" });
    await giveTo("settore-3");

    expect(await officesOf2026()).toEqual(["uo-2.3", "settore-3"]);
  });

  test("is told so by its edit, which says whose offices it took", async () => {
    await reschedule();
    await reopen();
    await giveTo(GROUP);
    await reschedule();

    const brought = await db
      .selectFrom("edit")
      .innerJoin("action_year", "action_year.id", "edit.offices_from_action_year_id")
      .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
      .select(["action_year.year", "edit.reason"])
      .where("plan_action.code", "=", code)
      .execute();
    expect(brought).toEqual([{ year: 2025, reason: "slitta" }]);
  });
});
