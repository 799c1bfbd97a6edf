import { beforeEach, describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import type { Theme } from "#app/domain/plan/themes.ts";
import type { Db } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import type { Schema } from "#db/schema.ts";
import { recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import {
  AN_EDIT,
  aNewLine,
  FROM_ADOPTION,
  insertPlan,
  insertPlanAction,
  PLAN,
} from "#tests/support/examples.ts";

const D = "2022-04-01";
const BEFORE_D = "2022-03-31";

let db: Db;
beforeEach(async () => {
  ({ db } = await emptyDatabase());
  await insertPlan(db);
  await insertTitle("Attivazione dei servizi");
});

/** What 4.3.6 is on a day, or undefined when it is not there yet. */
async function actionOn(day: string) {
  return planAt(await listPlanFacts(db, { planId: 1 }, day), PLAN, asOf(day))[0];
}

type LifeTable = {
  [Table in keyof Schema]: Schema[Table] extends { held_until_on: string | null } ? Table : never;
}[keyof Schema];

/** An edit as R12 tells it: a row of its own says who and why; it closes what holds of 4.3.6, and opens what will. */
async function edit(table: LifeTable, day: string): Promise<typeof FROM_ADOPTION> {
  const { id } = await db
    .insertInto("edit")
    .values({ ...AN_EDIT, recorded_at: `${day}T10:00:00.000Z`, reason: "riscritta" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .updateTable(table)
    .set({ held_until_on: day, closed_by_edit_id: id })
    .where("held_until_on", "is", null)
    .execute();
  return { ...FROM_ADOPTION, held_from_on: day, opened_by_edit_id: id };
}

async function insertTitle(title: string, life = FROM_ADOPTION, plan_action_id = 436): Promise<void> {
  const version = { plan_action_id, area_id: 1, title, weight: 1, unknown_year_count: 0 };
  await db
    .insertInto("plan_action_version")
    .values({ ...version, ...life })
    .execute();
}

async function insertTheme(theme: Theme, life = FROM_ADOPTION): Promise<void> {
  await db
    .insertInto("plan_action_theme")
    .values({ plan_action_id: 436, theme, ...life })
    .execute();
}

async function insertResponsible(ordinal: number, office_id: number | null, life = FROM_ADOPTION) {
  const role = office_id === null ? ("rtd" as const) : null;
  await db
    .insertInto("plan_action_responsible")
    .values({ plan_action_id: 436, ordinal, office_id, office_group_id: null, role, ...life })
    .execute();
}

async function insertLead(office_id: number, life = FROM_ADOPTION): Promise<void> {
  await db
    .insertInto("plan_action_lead")
    .values({ plan_action_id: 436, office_id, ...life })
    .execute();
}

describe("a title reworded on 1 April 2022", () => {
  test("is the old one until the day before, the new one from that day on", async () => {
    await insertTitle("Attivazione dei servizi in linea", await edit("plan_action_version", D));

    expect((await actionOn(BEFORE_D))?.title).toBe("Attivazione dei servizi");
    expect((await actionOn(D))?.title).toBe("Attivazione dei servizi in linea");
    expect((await actionOn("2026-10-15"))?.title).toBe("Attivazione dei servizi in linea");
  });

  test("twice that day: only the last holds, the first held on no day and stays for the history", async () => {
    await insertTitle("Attivazione dei servizi in linea", await edit("plan_action_version", D));
    await insertTitle("Servizi in linea", await edit("plan_action_version", D));

    expect((await actionOn(BEFORE_D))?.title).toBe("Attivazione dei servizi");
    expect((await actionOn(D))?.title).toBe("Servizi in linea");
    expect(await db.selectFrom("plan_action_version").selectAll().execute()).toHaveLength(3);
  });

  test("and moved to another area, is there from that day on, under the same code", async () => {
    const area = { id: 2, plan_id: 1, code: "4.4", ordinal: 2, title: "Dati", source: "prova" };
    await db
      .insertInto("area")
      .values({ ...area, responsibles_as_written: null })
      .execute();
    const life = await edit("plan_action_version", D);
    const version = { plan_action_id: 436, area_id: 2, title: "Servizi", weight: 2, unknown_year_count: 0 };
    await db
      .insertInto("plan_action_version")
      .values({ ...version, ...life })
      .execute();

    expect(await actionOn(BEFORE_D)).toMatchObject({ code: "4.3.6", areaCode: "4.3", weight: 1 });
    expect(await actionOn(D)).toMatchObject({ code: "4.3.6", areaCode: "4.4", weight: 2 });
  });

  test("cannot end before it begins", async () => {
    const upsideDown = { ...FROM_ADOPTION, held_from_on: D, held_until_on: BEFORE_D };

    await expect(insertTitle("Servizi", upsideDown as never)).rejects.toThrow(/CHECK/);
  });
});

describe("on a day", () => {
  test("the responsibles are those of that day, in their order", async () => {
    await insertResponsible(1, 4);
    await insertResponsible(2, null);
    const life = await edit("plan_action_responsible", D);
    await insertResponsible(1, null, life);
    await insertResponsible(2, 3, life);

    expect((await actionOn(BEFORE_D))?.responsibles).toEqual([
      { code: "settore-4", name: "Settore 4" },
      { code: "rtd", name: null },
    ]);
    expect((await actionOn(D))?.responsibles).toEqual([
      { code: "rtd", name: null },
      { code: "settore-3", name: "Settore 3" },
    ]);
  });

  test("the themes are those of that day", async () => {
    await insertTheme("cloud");
    await insertTheme("sicurezza");
    await insertTheme("pagopa", await edit("plan_action_theme", D));

    expect((await actionOn(BEFORE_D))?.themes).toEqual(["cloud", "sicurezza"]);
    expect((await actionOn(D))?.themes).toEqual(["pagopa"]);
  });

  test("the capofila is that of that day, or none, for the action and each of its annualità", async () => {
    await insertLead(3, { ...FROM_ADOPTION, held_from_on: "2022-01-01" });
    await insertLead(4, await edit("plan_action_lead", D));

    expect((await actionOn("2021-12-31"))?.lead).toBeNull();
    expect((await actionOn(BEFORE_D))?.lead).toEqual({ code: "settore-3", name: "Settore 3" });
    expect((await actionOn(D))?.years.map(({ lead }) => lead)).toEqual([
      "settore-4",
      "settore-4",
      "settore-4",
    ]);
  });

  test("the offices of an annualità are those of that day", async () => {
    const life = await edit("action_year_office", D);
    await db
      .insertInto("action_year_office")
      .values({ action_year_id: 2022, office_id: 4, ...life })
      .execute();

    expect((await actionOn(BEFORE_D))?.years[1]?.offices).toEqual(["settore-3", "settore-4"]);
    expect((await actionOn(D))?.years[1]?.offices).toEqual(["settore-4"]);
  });

  test("an annualità that an edit added stands from that day on, and is not of the plan as adopted", async () => {
    await db.insertInto("action_year").values({ id: 2020, plan_action_id: 436, year: 2020 }).execute();
    const planned = { action_year_id: 2020, due_on: null, due_as_written: null };
    await db
      .insertInto("action_year_life")
      .values({ ...planned, ...FROM_ADOPTION, held_from_on: D })
      .execute();

    expect((await actionOn(BEFORE_D))?.years.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect((await actionOn(D))?.years.map(({ year, adopted }) => [year, adopted])).toEqual([
      [2020, false],
      [2021, true],
      [2022, true],
      [2023, true],
    ]);
  });

  test("lines that take effect later, and replaced ones, are not seen", async () => {
    await recordLine(db, aNewLine(2022, { effectiveOn: D, progress: 30 }), {
      sequence: 0,
      targetSequence: 0,
    });
    const right = aNewLine(2022, { effectiveOn: "2022-05-01", progress: 35 }, { replaces: 1 });
    await recordLine(db, right, { sequence: 1, targetSequence: 0 });

    expect((await actionOn(D))?.years[1]).toMatchObject({ status: "to-start", progress: 0 });
    expect((await actionOn("2022-05-01"))?.years[1]).toMatchObject({ status: "in-progress", progress: 35 });
  });
});

describe("the adoption", () => {
  test("the day before it there is nothing, at its end there is the plan as adopted", async () => {
    expect(await actionOn("2021-05-03")).toBeUndefined();
    expect((await actionOn("2021-05-04"))?.years.map(({ year, adopted }) => [year, adopted])).toEqual([
      [2021, true],
      [2022, true],
      [2023, true],
    ]);
  });

  test("what was edited on its very day is the plan as adopted", async () => {
    await insertTitle("Servizi in linea", await edit("plan_action_version", PLAN.adopted_on));

    expect((await actionOn(PLAN.adopted_on))?.title).toBe("Servizi in linea");
  });
});

describe("an action of the next plan that continues this one", () => {
  const NEXT = { id: 2, first_year: 2024, last_year: 2026, adopted_on: "2024-01-30" };

  /** 4.3.6 of 2023 is carried over on the day of the next plan's adoption, to 2024 of its 2.1. */
  beforeEach(async () => {
    const act = { act_organ: null, act_number: null, act_on: null, source: "prova" };
    await db
      .insertInto("plan")
      .values({ ...NEXT, ...act, code: "2024-2026", title: "Piano 2024-2026" })
      .execute();
    await insertPlanAction(db, { id: 21, code: "2.1", plan_id: 2, continues_id: 436 });
    const life = { ...FROM_ADOPTION, held_from_on: NEXT.adopted_on };
    await insertTitle("Servizi, seguito", life, 21);
    await db.insertInto("action_year").values({ id: 2024, plan_action_id: 21, year: 2024 }).execute();
    const planned = { action_year_id: 2024, due_on: null, due_as_written: null };
    await db
      .insertInto("action_year_life")
      .values({ ...planned, ...life })
      .execute();
    for (const year of [2021, 2022]) await record(year, "completed", "2023-06-30");
  });

  async function record(year: number, to: "completed" | "cancelled" | "suspended", effectiveOn: string) {
    const progress = to === "completed" ? 100 : 0;
    const line = aNewLine(year, { to, progress, effectiveOn, reason: "motivo" });
    await recordLine(db, line, { sequence: 0, targetSequence: 0 });
  }

  /** What adopting the next plan will write; until there is a page for it, the row is put in by hand. */
  async function carryOver() {
    await db
      .insertInto("status_line")
      .values({
        sequence: 10,
        place: 10,
        action_year_id: 2023,
        from_status: "to-start",
        to_status: "rescheduled",
        progress: 0,
        due_on: null,
        target_action_year_id: 2024,
        replaces_sequence: null,
        effective_on: NEXT.adopted_on,
        recorded_at: "2024-01-30T10:00:00.000Z",
        author_id: "4f7c",
        author_role: "rtd",
        author_office_id: null,
        reason: null,
        reason_salt: null,
        reason_commitment: null,
        evidence: null,
        evidence_salt: null,
        evidence_commitment: null,
        previous_hash: "a".repeat(64),
        hash: "b".repeat(64),
      })
      .execute();
  }

  test("is no action of this plan", async () => {
    const facts = await listPlanFacts(db, { planId: 1, code: "4.3.6" }, "2024-02-01");

    expect(facts.actions.map(({ code }) => code)).toEqual(["4.3.6", "2.1"]);
    expect(planAt(facts, PLAN, asOf("2024-02-01")).map(({ code }) => code)).toEqual(["4.3.6"]);
  });

  test("answers for an annualità that was carried over to it", async () => {
    await carryOver();

    expect((await actionOn("2024-01-29"))?.years[2]?.status).toBe("to-start");
    expect((await actionOn("2024-01-30"))?.years[2]).toMatchObject({
      status: "rescheduled",
      target: { plan: "2024-2026", code: "2.1", year: 2024, beyondPlan: false, inNextPlan: true },
    });
  });

  test.each([
    ["completed", "completed"],
    ["cancelled", "completed-in-part"],
    ["suspended", "suspended"],
  ] as const)("%s, makes this one %s, from that day on", async (to, derived) => {
    await carryOver();
    await record(2024, to, "2025-03-31");

    expect((await actionOn("2025-03-30"))?.status).toBe("in-progress");
    expect((await actionOn("2025-03-31"))?.status).toBe(derived);
  });

  test("is seen beyond its own plan too, by an action that continues it", async () => {
    await insertPlanAction(db, { id: 31, code: "3.1", continues_id: 21 });

    const facts = await listPlanFacts(db, { planId: 1, code: "4.3.6" }, "2024-02-01");
    expect(facts.actionYears.map(({ id }) => id)).toEqual([2024, 2021, 2022, 2023]);
  });
});
