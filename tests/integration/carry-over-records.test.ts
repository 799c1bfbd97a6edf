import { expect, test } from "vitest";
import { recordCarryOver } from "#db/plan/carry-over-records.ts";
import { recordLine } from "#db/status-lines.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { aNewLine, insertPlan } from "#tests/support/examples.ts";
import { CONTINUING, insertNextPlan, NEXT_PLAN } from "#tests/support/next-plan.ts";

test("a carrying over into a year that was made and updated meanwhile writes nothing, and returns its line", async () => {
  const { db, sqlite } = await emptyDatabase();
  await insertPlan(db);
  await insertNextPlan(db);
  await recordLine(db, aNewLine(CONTINUING[2025], { effectiveOn: "2025-02-01" }), {
    sequence: 0,
    targetSequence: 0,
  });
  const count = (table: string) => sqlite.prepare(`select count(*) from ${table}`).pluck().get();

  const day = "2025-03-15";
  const moved = { to: "rescheduled", targetYear: 2025, reason: "slitta", effectiveOn: day } as const;
  const line = aNewLine(2023, moved);
  const place = { planId: NEXT_PLAN.id, headId: 436, headCode: "4.3.6", year: 2025, standingId: null };
  const edit = { by: line.by, reason: "slitta", act: null, today: day };
  const outcome = await recordCarryOver(db, place, line, {
    edit,
    expected: { sequence: 0, targetSequence: 0 },
    undo: null,
  });

  expect(outcome).toMatchObject({ recorded: false, meanwhile: { sequence: 1, to_status: "in-progress" } });
  expect([count("edit"), count("status_line")]).toEqual([1, 1]);
});
