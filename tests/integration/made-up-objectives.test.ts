import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { objectivesOn } from "#app/domain/objective/objectives-on-day.ts";
import { listObjectiveFacts } from "#db/objective/objective-facts.ts";
import { openDatabase } from "#db/open.ts";
import { codeOf, makeUpObjectives, OBJECTIVE_YEAR } from "../../scripts/bench/made-up-objectives.ts";
import { makeUpPlan, REAL_SIZE } from "../../scripts/bench/made-up-plan.ts";

test("the objectives that the bench makes up are measured, reported, linked, and the same for the same seed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rotta-"));
  const made = async (name: string) => {
    const path = join(folder, name);
    await makeUpPlan(path, REAL_SIZE, 1);
    await makeUpObjectives(path, { objectives: 8, steps: 25, reports: 2 }, { seed: 3 });
    const { db } = openDatabase(path);
    const facts = await listObjectiveFacts(db);
    await db.destroy();
    return facts;
  };
  const facts = await made("una.sqlite");
  const objectives = objectivesOn(facts, [], asOf(`${OBJECTIVE_YEAR}-12-31`));

  expect(objectives.map(({ code }) => code).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(codeOf));
  for (const { steps, links, offices, progress } of objectives) {
    expect([steps.length, links.length, offices.length]).toEqual([25, 2, 1]);
    expect(steps.every(({ reports }) => reports.length === 2)).toBe(true);
    expect(progress.done).toBeGreaterThan(0);
  }
  expect((await made("altra.sqlite")).reports).toEqual(facts.reports);
  rmSync(folder, { recursive: true });
}, 30_000);
