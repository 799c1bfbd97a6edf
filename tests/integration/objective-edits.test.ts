import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { objectivesOnDay } from "#app/pages/objective/objectives-on-day.server.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

/** Objectives edited by form (R9, R11): what was there until yesterday stays, nothing is written twice, nobody's words are lost. */

const TODAY = "2026-10-15";
const YESTERDAY = "2026-10-14";

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };
type Page = {
  prefilled: Record<string, string>;
  objective: { lastEdit: number };
  edits: { edit: number; reason: string; words: string }[];
};

async function page(address: string): Promise<Page> {
  return (await ask(address, { as: "rtd" })).data as Page;
}

/** The form as it is drawn, with what a person changes in it. */
async function fill(address: string, varied: Record<string, string> = {}) {
  const { prefilled, objective } = await page(address);
  return { ...prefilled, seen: String(objective.lastEdit), reason: "delibera di variazione", ...varied };
}

function send(address: string, form: Record<string, string>, as = "rtd") {
  return ask(address, { as, form });
}

async function objectiveOn(code: string, day = TODAY) {
  const at = day === TODAY ? asOfNow(day) : asOf(day);
  return (await objectivesOnDay(at)).find((one) => one.code === code);
}

/** How many rows there are of everything that an edit of an objective may write. */
function written() {
  return ["edit", "objective_version", "objective_office", "objective_step_version", "objective"].map(
    (table) => sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number,
  );
}

const CODE = "PDO-S3-UO3.4-2";
const EDIT = `/obiettivi/${CODE}/modifica`;

describe("an objective edited", () => {
  test("says the new words and weight from today, and the old ones until yesterday", async () => {
    const before = (await objectiveOn(CODE))!;
    const { status, headers } = await send(
      EDIT,
      await fill(EDIT, { title: "Fascicoli digitali", weight: "2,5", "office-settore-4": "on" }),
    );

    expect([status, headers.get("Location")]).toEqual([
      302,
      expect.stringMatching(/^\/obiettivi\/PDO-S3-UO3\.4-2\?salvato=\d+$/),
    ]);
    const [today, yesterday] = [await objectiveOn(CODE), await objectiveOn(CODE, YESTERDAY)];
    expect([today?.title, today?.weight]).toEqual(["Fascicoli digitali", 2.5]);
    expect(today?.offices.map(({ code }) => code)).toEqual([
      ...before.offices.map(({ code }) => code),
      "settore-4",
    ]);
    expect([yesterday?.title, yesterday?.weight, yesterday?.offices]).toEqual([
      before.title,
      before.weight,
      before.offices,
    ]);
  });

  test("sent twice is one edit", async () => {
    const form = await fill(EDIT, { title: "Fascicoli informatici" });
    const first = await send(EDIT, form);
    const before = written();
    const second = await send(EDIT, form);

    expect([second.status, second.headers.get("Location")]).toEqual([302, first.headers.get("Location")]);
    expect(written()).toEqual(before);
  });

  test("as it already is writes nothing, and asks for no reason", async () => {
    const before = written();
    const { status, headers } = await send(EDIT, await fill(EDIT, { reason: "" }));

    expect([status, headers.get("Location")]).toEqual([302, `/obiettivi/${CODE}?salvato=0`]);
    expect(written()).toEqual(before);
  });

  test("from a window that is behind is answered 409, with who changed it since and all that was typed", async () => {
    const behind = await fill(EDIT, { title: "Il mio titolo" });
    await send(EDIT, await fill(EDIT, { title: "Il titolo di un altro", reason: "refuso" }));
    const before = written();
    const { status, data } = await send(EDIT, behind);

    expect([status, (data as Refused).isConflict, (data as Refused).typed.title]).toEqual([
      409,
      true,
      "Il mio titolo",
    ]);
    expect(written()).toEqual(before);
    const told = (await page(EDIT)).edits.filter(({ edit }) => edit > Number(behind.seen));
    expect(told.map(({ reason }) => reason)).toEqual(["refuso"]);
    expect(told[0]!.words).toContain("Il titolo di un altro");
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["without a reason", { title: "Altro", reason: "" }, ["reason"]],
    ["with a title of spaces", { title: "   " }, ["title"]],
    ["with a title too long", { title: "x".repeat(501) }, ["title"]],
    [
      "with a weight below zero and an act that is half said",
      { weight: "-1", actOrgan: "Giunta" },
      ["weight", "actNumber"],
    ],
    ["with a weight that is no number", { weight: "tanto" }, ["weight"]],
    ["with an office that does not exist", { "office-boh": "on" }, ["office"]],
    ["of a kind that does not exist", { kind: "boh" }, ["kind"]],
  ])("%s is refused at the field, and nothing typed is lost", async (_, varied, fields) => {
    const before = written();
    const form = await fill(EDIT, varied);
    const { status, data } = await send(EDIT, form);

    expect([status, Object.keys((data as Refused).errors)]).toEqual([422, fields]);
    expect((data as Refused).typed).toEqual(form);
    expect(written()).toEqual(before);
  });

  test("loses its only office to no form", async () => {
    const { prefilled } = await page(EDIT);
    const offices = Object.keys(prefilled).filter((name) => name.startsWith("office-"));
    const form = await fill(EDIT);
    for (const name of offices) delete form[name as keyof typeof form];

    expect((await send(EDIT, form)).data).toMatchObject({ errors: { office: [expect.any(String)] } });
  });
});
