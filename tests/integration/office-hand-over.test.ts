import { beforeEach, describe, expect, test } from "vitest";
import { seenKey } from "#app/domain/desk/seen.ts";
import { recordCessation } from "#db/office/office-cessation.ts";
import { findHoldings } from "#db/office/office-holdings.ts";
import type { OpenDatabase } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aNewLine, FROM_ADOPTION, insertPlan } from "#tests/support/examples.ts";
import { insertObjective } from "#tests/support/objectives.ts";

/** 4.3.6 is held by Settori 3 and 4: Settore 4 is named by it, and is its capofila. Settore 5 holds nothing. */
let database: OpenDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
  const { db } = database;
  await insertPlan(db);
  const named = { plan_action_id: 436, ...FROM_ADOPTION };
  await db
    .insertInto("plan_action_version")
    .values({ ...named, area_id: 1, title: "Servizi in rete", weight: 1, unknown_year_count: 0 })
    .execute();
  await db
    .insertInto("plan_action_responsible")
    .values({ ...named, ordinal: 2, office_id: 4, office_group_id: null, role: null })
    .execute();
  await db
    .insertInto("plan_action_lead")
    .values({ ...named, office_id: 4 })
    .execute();
  const office = { id: 5, code: "settore-5", name: "Settore 5", kind: "settore", parent_id: null } as const;
  await db
    .insertInto("office")
    .values({ ...office, source: "prova", ceased_on: null, successor_id: null })
    .execute();
});

const TODAY = "2022-06-30";
const BY = { id: "4f7c", role: "rtd", officeId: null, at: `${TODAY}T10:00:00.000Z` } as const;

async function cease(successor: string) {
  const holdings = await findHoldings(database.db, { id: 4, code: "settore-4" }, TODAY);
  const cessation = { office: "settore-4", successor, seen: seenKey(holdings), today: TODAY };
  return recordCessation(database.db, cessation, { by: BY, reason: "riorganizzazione", act: null });
}

/** Who answers: office, from when, until when. */
function lives(table: "plan_action_responsible" | "plan_action_lead" | "action_year_office", where = "1") {
  return database.sqlite
    .prepare(`select office_id, held_from_on, held_until_on from ${table} where ${where} order by id`)
    .raw()
    .all();
}

const ADOPTION = FROM_ADOPTION.held_from_on;

describe("on an adopted plan", () => {
  test("the rows of the old office are closed today, and those of the successor opened", async () => {
    expect(await cease("settore-5")).toEqual({ recorded: true });

    const handedOver = [
      [4, ADOPTION, TODAY],
      [5, TODAY, null],
    ];
    expect(lives("plan_action_responsible")).toEqual(handedOver);
    expect(lives("plan_action_lead")).toEqual(handedOver);
    expect(lives("action_year_office", "action_year_id = 2022")).toEqual([
      [3, ADOPTION, null],
      [4, ADOPTION, TODAY],
      [5, TODAY, null],
    ]);
    expect(database.sqlite.prepare("select ordinal from plan_action_responsible").pluck().all()).toEqual([
      2, 2,
    ]);
  });

  test("a successor that answered already is not written twice", async () => {
    await cease("settore-3");

    expect(lives("action_year_office", "action_year_id = 2022")).toEqual([
      [3, ADOPTION, null],
      [4, ADOPTION, TODAY],
    ]);
  });

  test("a closed annualità keeps who answered for it", async () => {
    const completed = { to: "completed", progress: 100, effectiveOn: "2022-01-10" } as const;
    await recordLine(database.db, aNewLine(2021, completed), { sequence: 0, targetSequence: 0 });
    await cease("settore-5");

    expect(lives("action_year_office", "action_year_id = 2021")).toEqual([
      [3, ADOPTION, null],
      [4, ADOPTION, null],
    ]);
  });

  test("a cessation that was not asked for this very list writes nothing", async () => {
    const { db } = database;
    const cessation = { office: "settore-4", successor: "settore-5", seen: "altro", today: TODAY };

    expect(await recordCessation(db, cessation, { by: BY, reason: "x", act: null })).toEqual({
      recorded: false,
    });
    expect(lives("plan_action_lead")).toEqual([[4, ADOPTION, null]]);
  });
});

describe("on a plan that is not adopted yet", () => {
  beforeEach(async () => {
    await database.db.updateTable("plan").set({ adopted_on: null }).execute();
  });

  test("the rows are changed in place, and leave no history", async () => {
    await cease("settore-5");

    expect(lives("plan_action_responsible")).toEqual([[5, ADOPTION, null]]);
    expect(lives("plan_action_lead")).toEqual([[5, ADOPTION, null]]);
    expect(lives("action_year_office", "action_year_id = 2022")).toEqual([
      [3, ADOPTION, null],
      [5, ADOPTION, null],
    ]);
  });

  test("a successor that answered already is there once", async () => {
    await cease("settore-3");

    expect(lives("action_year_office", "action_year_id = 2022")).toEqual([[3, ADOPTION, null]]);
  });

  test("the action is marked as edited, so that a form built before is told", async () => {
    await cease("settore-3");

    expect(
      database.sqlite
        .prepare("select reason from edit join plan_action_version on opened_by_edit_id = edit.id")
        .pluck()
        .all(),
    ).toEqual(["riorganizzazione"]);
  });
});

describe("the objectives of an office", () => {
  beforeEach(async () => {
    await insertObjective(database.db, { id: 1, offices: [4] });
    await insertObjective(database.db, { id: 2, offices: [3, 4] });
  });

  const officesOf = (objective: number) =>
    database.sqlite
      .prepare(
        `select office_id, held_from_on, held_until_on, closed.reason from objective_office
         left join edit closed on closed.id = closed_by_edit_id where objective_id = ? order by objective_office.id`,
      )
      .raw()
      .all(objective);

  test("go to its successor by the same edit, and are not written twice where it had them already", async () => {
    await cease("settore-3");

    expect(officesOf(1)).toEqual([
      [4, ADOPTION, TODAY, "riorganizzazione"],
      [3, TODAY, null, null],
    ]);
    expect(officesOf(2)).toEqual([
      [3, ADOPTION, null, null],
      [4, ADOPTION, TODAY, "riorganizzazione"],
    ]);
  });

  test("remain without it where nobody succeeds it, and nothing else asks for a successor", async () => {
    const { db } = database;
    await insertObjective(db, { id: 3, offices: [5] });
    const holdings = await findHoldings(db, { id: 5, code: "settore-5" }, TODAY);
    expect(holdings.objectives).toEqual([{ id: 3, code: "OB-3", title: "Obiettivo 3" }]);
    const cessation = { office: "settore-5", successor: null, seen: seenKey(holdings), today: TODAY };

    expect(await recordCessation(db, cessation, { by: BY, reason: "riorganizzazione", act: null })).toEqual({
      recorded: true,
    });
    expect(officesOf(3)).toEqual([[5, ADOPTION, TODAY, "riorganizzazione"]]);
    expect(officesOf(1)).toEqual([[4, ADOPTION, null, null]]);
  });
});
