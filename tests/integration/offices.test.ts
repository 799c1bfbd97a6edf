import { describe, expect, test } from "vitest";
import { seenKey } from "#app/domain/desk/seen.ts";
import { recordGroup, recordNewOffice, recordOffice } from "#db/office/office-edits.ts";
import { ask, db, sqlite } from "#tests/support/requests.ts";

type Refused = { errors: Record<string, string[]>; typed: Record<string, string>; isConflict: boolean };

const OFFICE = {
  code: "settore-5",
  name: "Settore 5",
  kind: "settore",
  parent: "",
  source: "delibera di prova",
};

function post(address: string, form: Record<string, string>, as = "rtd") {
  return ask(address, { as, form });
}

async function errorsOf(address: string, form: Record<string, string>) {
  const { status, data } = await post(address, form);
  return { status, errors: (data as Refused).errors };
}

/** What the form of an office or a group carries of what was seen. */
async function seenAt(address: string): Promise<string> {
  return ((await ask(address, { as: "rtd" })).data as { seen: string }).seen;
}

function officeRow(code: string) {
  return sqlite
    .prepare(
      `select office.name, office.kind, parent.code as parent, office.source from office
       left join office parent on parent.id = office.parent_id where office.code = ?`,
    )
    .get(code);
}

function membersOf(group: string): string[] {
  return sqlite
    .prepare(
      `select office.code from office_group_member member join office on office.id = member.office_id
       join office_group on office_group.id = member.office_group_id where office_group.code = ? order by office.id`,
    )
    .pluck()
    .all(group) as string[];
}

describe("a new office", () => {
  test("is written with the office that it is under, and leads to its sheet", async () => {
    const { status, headers } = await post("/uffici/nuovo", { ...OFFICE, parent: "settore-1" });

    expect([status, headers.get("Location")]).toEqual([302, "/uffici/settore-5?salvato=1"]);
    expect(officeRow("settore-5")).toEqual({
      name: "Settore 5",
      kind: "settore",
      parent: "settore-1",
      source: "delibera di prova",
    });
  });

  test("is one office when its form is sent twice, and nobody else's", async () => {
    expect((await post("/uffici/nuovo", { ...OFFICE, parent: "settore-1" })).status).toBe(302);
    expect(await errorsOf("/uffici/nuovo", { ...OFFICE, name: "Un altro" })).toMatchObject({
      status: 422,
      errors: { code: [expect.stringContaining("già di un altro")] },
    });
    expect(officeRow("settore-5")).toMatchObject({ name: "Settore 5" });
  });

  test.each(["settore-1", "settori-3-e-4", "rtd", "nuovo", "Settore 9", "../x"])(
    "cannot have the code «%s»",
    async (code) => {
      const { status, errors } = await errorsOf("/uffici/nuovo", { ...OFFICE, code });

      expect([status, Object.keys(errors)]).toEqual([422, ["code"]]);
    },
  );

  test("is told all that is wrong at once, and loses nothing that was typed", async () => {
    const form = { ...OFFICE, code: "x y", name: " ", source: "", parent: "settore-9" };
    const { status, data } = await post("/uffici/nuovo", form);

    expect(status).toBe(422);
    expect(Object.keys((data as Refused).errors)).toEqual(["code", "name", "parent", "source"]);
    expect((data as Refused).typed).toEqual(form);
  });

  test("keeps markup and quotes as they are typed", async () => {
    const name = `<b>O'Brien</b> "; drop table office; --`;
    await post("/uffici/nuovo", { ...OFFICE, code: "settore-6", name });

    expect(officeRow("settore-6")).toMatchObject({ name });
  });
});

describe("an office", () => {
  const form = { name: "Settore 4 – Territorio", kind: "settore", parent: "", source: "prova" };

  test("is changed, its code apart, whatever the form says", async () => {
    const seen = await seenAt("/uffici/settore-4/modifica");
    await post("/uffici/settore-4/modifica", { ...form, code: "altro", seen });

    expect(officeRow("settore-4")).toMatchObject({ name: "Settore 4 – Territorio", source: "prova" });
    expect(officeRow("altro")).toBeUndefined();
  });

  test("is never put under itself, nor under one that is under it", async () => {
    const seen = await seenAt("/uffici/settore-3/modifica");
    for (const parent of ["settore-3", "uo-3.4"]) {
      const { status, errors } = await errorsOf("/uffici/settore-3/modifica", { ...form, parent, seen });
      expect([status, Object.keys(errors)]).toEqual([422, ["parent"]]);
    }
    expect(officeRow("settore-3")).toMatchObject({ parent: null });
  });

  test("is not changed over what someone else wrote meanwhile; the form says so and can then be sent", async () => {
    const address = "/uffici/settore-2/modifica";
    const seen = await seenAt(address);
    await post(address, { ...form, name: "Settore 2, la prima", seen });
    const second = await post(address, { ...form, name: "Settore 2, la seconda", seen });

    expect([second.status, (second.data as Refused).isConflict]).toEqual([409, true]);
    expect((second.data as Refused).typed.name).toBe("Settore 2, la seconda");
    expect(officeRow("settore-2")).toMatchObject({ name: "Settore 2, la prima" });
    const again = await post(address, {
      ...form,
      name: "Settore 2, la seconda",
      seen: await seenAt(address),
    });
    expect(again.status).toBe(302);
  });
});

describe("what changed meanwhile", () => {
  const stale = seenKey("altro");

  test("is told before anything the rules would say of what the person has not seen", async () => {
    const office = { name: "", kind: "settore", parent: "settore-1", source: "", seen: stale };

    expect((await post("/uffici/settore-1/modifica", office)).status).toBe(409);
    expect((await post("/gruppi/responsabili-uoa", { name: "", source: "", seen: stale })).status).toBe(409);
  });

  test("between the decision and the write is not written over either", async () => {
    const before = [officeRow("settore-1"), membersOf("responsabili-uoa")];
    const office = {
      code: "settore-1",
      name: "x",
      kind: "settore",
      parent: null,
      email: null,
      source: "x",
    } as const;
    const group = { code: "responsabili-uoa", name: "x", source: "x", members: ["settore-1"] };

    expect([await recordOffice(db, office, stale), await recordGroup(db, group, stale)]).toEqual([
      { recorded: false },
      { recorded: false },
    ]);
    expect(await recordNewOffice(db, { ...office, code: "responsabili-uoa" })).toEqual({ recorded: false });
    expect([officeRow("settore-1"), membersOf("responsabili-uoa")]).toEqual(before);
  });
});

describe("a group of responsibles", () => {
  const form = { name: "Settori 3 e 4", source: "prova" };
  const address = "/gruppi/settori-3-e-4";

  test("takes and leaves offices, and alters nothing of what is held through it (R10)", async () => {
    const held = () => sqlite.prepare("select * from action_year_office order by id").all();
    const [before, seen] = [held(), await seenAt(address)];
    const ticked = { "members-settore-3": "on", "members-settore-1": "on" };
    const { status, headers } = await post(address, { ...form, ...ticked, seen });

    expect([status, headers.get("Location")]).toEqual([302, "/uffici?salvato=1#settori-3-e-4"]);
    expect(membersOf("settori-3-e-4")).toEqual(["settore-1", "settore-3"]);
    expect(held()).toEqual(before);
  });

  test("says how many annualità are held through it", async () => {
    const { held } = (await ask(address, { as: "rtd" })).data as { held: { total: number; open: number } };
    const total = sqlite
      .prepare(
        `select count(distinct action_year.id) from action_year
         join plan_action_responsible responsible on responsible.plan_action_id = action_year.plan_action_id
         join office_group on office_group.id = responsible.office_group_id
         where office_group.code = 'settori-3-e-4' and responsible.held_until_on is null`,
      )
      .pluck()
      .get();

    expect(held.total).toBe(total);
    expect(held.open).toBeGreaterThan(0);
    expect(held.open).toBeLessThan(held.total);
  });

  test.each([
    ["itself", "settori-3-e-4", "non altri|sé stesso"],
    ["another group", "dirigenti-dei-settori", "è un gruppo"],
    ["what does not exist", "settore-99", "non è un ufficio"],
  ])("a crafted form that puts in it %s is answered with a sentence", async (_what, member, says) => {
    const before = membersOf("settori-3-e-4");
    const seen = await seenAt(address);
    const ticked = { "members-settore-3": "on", [`members-${member}`]: "on" };
    const { status, errors } = await errorsOf(address, { ...form, ...ticked, seen });

    expect(status).toBe(422);
    expect(errors.members![0]).toMatch(new RegExp(says));
    expect(membersOf("settori-3-e-4")).toEqual(before);
  });

  test("is never empty", async () => {
    const seen = await seenAt(address);

    expect(await errorsOf(address, { ...form, seen })).toMatchObject({
      status: 422,
      errors: { members: [expect.stringContaining("almeno un ufficio")] },
    });
  });

  test("is not changed over what someone else wrote meanwhile", async () => {
    const { status } = await post(address, { ...form, "members-settore-3": "on", seen: seenKey("altro") });

    expect(status).toBe(409);
    expect(membersOf("settori-3-e-4")).toEqual(["settore-1", "settore-3"]);
  });

  test("that is new has a code of its own and appears among the others", async () => {
    const group = {
      code: "settori-1-e-2",
      name: "Settori 1 e 2",
      source: "prova",
      "members-settore-1": "on",
    };
    expect((await post("/gruppi/nuovo", group)).status).toBe(302);
    expect((await post("/gruppi/nuovo", group)).status).toBe(302);
    expect(membersOf("settori-1-e-2")).toEqual(["settore-1"]);
    expect(await errorsOf("/gruppi/nuovo", { ...group, code: "settore-1" })).toMatchObject({ status: 422 });
  });
});

describe("the page of the offices", () => {
  type Page = {
    plan: string;
    offices: { code: string; depth: number; figures: { total: number; late: number } | null }[];
    mayEdit: boolean;
  };
  const pageAs = async (as: string, query = "") => (await ask(`/uffici${query}`, { as })).data as Page;

  test("counts for each office the annualità that the plan lists for it", async () => {
    const { plan, offices } = await pageAs("lettore");
    for (const { code, figures } of offices) {
      const csv = async (query: string) =>
        String(
          (await ask(`/piani/${plan}/annualita.csv?responsabile=${code}${query}`, { as: "lettore" })).data,
        )
          .trim()
          .split("\n").length - 1;
      expect([code, figures?.total ?? 0]).toEqual([code, await csv("")]);
      expect([code, figures?.late ?? 0]).toEqual([code, await csv("&situazione=in_ritardo")]);
    }
  });

  test("tells each office under the one that it answers to, and offers changes to the RTD alone", async () => {
    const { offices, mayEdit } = await pageAs("rtd");

    expect(offices.find(({ code }) => code === "uo-3.4")).toMatchObject({ depth: 1 });
    expect([mayEdit, (await pageAs("dirigente-settore-4")).mayEdit]).toEqual([true, false]);
  });

  test("obeys the day it is asked for", async () => {
    expect(await pageAs("lettore", "?al=2022-12-31")).toMatchObject({ plan: "2021-2023" });
    expect((await ask("/uffici?al=domani", { as: "lettore" })).status).toBe(422);
  });
});

describe("the sheet of an office", () => {
  type Row = { plan: string; code: string; actionYear: { dueOn: string; status: string; offices: string[] } };
  type Sheet = { plan: string; open: Row[]; closed: Row[]; elsewhere: Row[]; figures: { total: number } };
  const sheetOf = async (office: string, query = "") =>
    (await ask(`/uffici/${office}${query}`, { as: "giunta" })).data as Sheet;

  test("has what the office answers for, by nearest due day, and of earlier plans only what is open", async () => {
    const { plan, open, closed, elsewhere, figures } = await sheetOf("settore-3");
    const days = open.map(({ actionYear }) => actionYear.dueOn);

    expect(figures.total).toBe(open.length + closed.length);
    expect(open.length * closed.length * elsewhere.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort());
    expect(
      [...open, ...closed, ...elsewhere].every((row) => row.actionYear.offices.includes("settore-3")),
    ).toBe(true);
    expect([...open, ...closed].every((row) => row.plan === plan)).toBe(true);
    const isOver = (status: string) => ["completed", "cancelled", "rescheduled"].includes(status);
    expect(elsewhere.some(({ actionYear }) => isOver(actionYear.status))).toBe(false);
  });

  test("of a past day has the plan that was in force then", async () => {
    expect(await sheetOf("settore-3", "?al=2022-12-31")).toMatchObject({ plan: "2021-2023", elsewhere: [] });
  });

  test("is not there for a code that nobody has; a group is told among the offices", async () => {
    expect((await ask("/uffici/settore-99", { as: "giunta" })).status).toBe(404);
    expect((await ask("/uffici/responsabili-uoa", { as: "giunta" })).headers.get("Location")).toBe(
      "/uffici#responsabili-uoa",
    );
  });

  test("tells the last contributions of the office", async () => {
    const place = sqlite
      .prepare(
        `select held.action_year_id, held.office_id from action_year_office held
         join office on office.id = held.office_id where office.code = 'settore-3' limit 1`,
      )
      .get() as { action_year_id: number; office_id: number };
    await db
      .insertInto("contribution")
      .values({
        ...place,
        status: "in-progress",
        progress: 40,
        evidence: null,
        note: "metà delle cartelle",
        effective_on: "2026-10-01",
        recorded_at: "2026-10-01T08:00:00.000Z",
        author_id: "x",
        author_role: "dirigente",
        author_office_id: place.office_id,
        after_sequence: 0,
      })
      .execute();
    const told = async (query: string) =>
      ((await sheetOf("settore-3", query)) as unknown as { contributions: { note: string }[] }).contributions;

    expect(await told("")).toContainEqual(
      expect.objectContaining({ note: "metà delle cartelle", progress: 40 }),
    );
    expect(await told("?al=2026-09-30")).not.toContainEqual(
      expect.objectContaining({ note: "metà delle cartelle" }),
    );
  });
});
