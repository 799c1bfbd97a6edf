import { beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aNewLine, insertPlan } from "#tests/support/examples.ts";
import { CONTINUING, insertNextPlan, STRANGER } from "#tests/support/next-plan.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

const NOTHING_YET = { sequence: 0, targetSequence: 0 };
const MOVE = { to: "rescheduled", reason: "continua nel piano dopo", effectiveOn: "2024-02-01" } as const;

describe("data:verify, of a rescheduling", () => {
  let database: OpenDatabase;
  beforeEach(async () => {
    database = await emptyDatabase();
    await insertPlan(database.db);
    await insertNextPlan(database.db);
  });

  test.each([
    ["to another year of the same action", { targetYear: 2024 }, {}],
    ["to the next plan", { targetYear: 2024 }, { carriedTo: CONTINUING[2024] }],
    ["to the same year of the next plan", { targetYear: 2023 }, { carriedTo: CONTINUING[2023] }],
  ])("%s says nothing", async (_what, change, around) => {
    await recordLine(database.db, aNewLine(2023, { ...MOVE, ...change }, around), NOTHING_YET);

    expect(await verifyDatabase(database)).toMatchObject({ code: 0 });
  });

  test("says nothing of an update afterwards, which names no target", async () => {
    const { db } = database;
    await recordLine(
      db,
      aNewLine(2023, { ...MOVE, targetYear: 2024 }, { carriedTo: CONTINUING[2024] }),
      NOTHING_YET,
    );
    await recordLine(db, aNewLine(2023, { ...MOVE, effectiveOn: "2024-03-01" }, { from: "rescheduled" }), {
      sequence: 1,
      targetSequence: 0,
    });

    expect(await verifyDatabase(database)).toMatchObject({ code: 0 });
  });

  test.each([
    ["to an action that does not continue this one", { targetYear: 2024 }, { carriedTo: STRANGER }],
    ["to itself", { targetYear: 2023 }, {}],
    ["to nowhere", { targetYear: null }, {}],
  ])("%s says so, though the chain holds", async (_what, change, around) => {
    await recordLine(database.db, aNewLine(2023, { ...MOVE, ...change }, around), NOTHING_YET);

    expect(await verifyDatabase(database)).toEqual({
      code: 1,
      sentences: [
        "La base dati :memory: non è integra.",
        "Nella riga 1 (piano 2021-2023, azione 4.3.6, anno 2023): la ripianificazione non porta a un altro anno della stessa azione, né all’azione che la continua.",
      ],
    });
  });

  test("back from the next plan to the one before says so", async () => {
    const line = aNewLine(CONTINUING[2024], { ...MOVE, targetYear: 2023 }, { carriedTo: 2023 });
    await recordLine(database.db, line, NOTHING_YET);

    expect(await verifyDatabase(database)).toMatchObject({ code: 1 });
  });
});
