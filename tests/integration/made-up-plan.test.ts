import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { asOfNow } from "#app/domain/days.ts";
import { waitingContributions } from "#app/pages/contribution/contributions.server.ts";
import { makeUpPlan, sizeOf, TODAY } from "../../scripts/bench/made-up-plan.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

/** Each of these databases takes a second to make, or several on a machine that does other things. */
describe("the plan that the bench makes up", { timeout: 30_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rotta-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function made(name: string, actions: number, seed: number): Promise<OpenDatabase> {
    const path = join(folder, name);
    await makeUpPlan(path, sizeOf(actions), seed);
    return openDatabase(path);
  }

  test("has the actions, the years and the lines of the real one, and a chain that holds", async () => {
    const { sqlite, ...database } = await made("piano.sqlite", 56, 1);
    const ofYears = sqlite
      .prepare(
        `select year, count(*) as count from action_year_life join action_year on action_year.id = action_year_id
         group by year order by year`,
      )
      .all();

    expect(ofYears).toEqual([
      { year: 2021, count: 45 },
      { year: 2022, count: 34 },
      { year: 2023, count: 27 },
      { year: 2024, count: 45 },
      { year: 2025, count: 34 },
      { year: 2026, count: 27 },
    ]);
    expect(sqlite.prepare("select count(*) from status_line").pluck().get()).toBe(580);
    expect((await verifyDatabase({ sqlite, ...database })).sentences[1]).toBe(
      "La catena è intatta: 580 righe, 0 testi oscurati.",
    );
  });

  test("has the contributions of the real one, in proportion, and only some of them ask something of the RTD", async () => {
    const { sqlite, db } = await made("contributi.sqlite", 56, 1);
    const { proposals } = await waitingContributions(db, asOfNow(TODAY));

    expect(sqlite.prepare("select count(*) from contribution").pluck().get()).toBe(21);
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals.length).toBeLessThan(21);
  });

  test("is the same for the same seed, and another for another", async () => {
    const contentOf = ({ sqlite }: OpenDatabase) =>
      sqlite.prepare("select action_year_id, to_status, effective_on, recorded_at from status_line").all();
    const [one, same, another] = [
      await made("a.sqlite", 100, 7),
      await made("b.sqlite", 100, 7),
      await made("c.sqlite", 100, 8),
    ];

    expect(contentOf(one)).toEqual(contentOf(same));
    expect(contentOf(one)).not.toEqual(contentOf(another));
  });
});
