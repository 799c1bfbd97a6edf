import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import { recordLine } from "#db/status-lines.ts";
import { aChange } from "#tests/support/examples.ts";
import { makeUpMap, mapSizeOf } from "../../scripts/bench/made-up-map.ts";
import { makeUpPlan, REAL_SIZE, RTD, TODAY } from "../../scripts/bench/made-up-plan.ts";
import type { Turning } from "../../scripts/bench/made-up-claims.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

const SIZE = mapSizeOf(200);

/** Each of these databases takes a second to make, or several on a machine that does other things. */
describe("the process map that the bench makes up", { timeout: 30_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rotta-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function made(name: string, seed: number): Promise<OpenDatabase & Turning> {
    const path = join(folder, name);
    const years = await makeUpPlan(path, REAL_SIZE, 1);
    const turning = await makeUpMap(path, SIZE, { years, seed });
    return { ...openDatabase(path), ...turning };
  }

  test("has the proportions of the numbers to hold", async () => {
    const { sqlite } = await made("mappa.sqlite", 1);
    const count = (table: string) => sqlite.prepare(`select count(*) from ${table}`).pluck().get();

    expect(mapSizeOf(2000)).toEqual({ processes: 2000, blockers: 5000, claims: 1000, turning: 500 });
    expect([count("work_process"), count("blocker"), count("unblock_claim")]).toEqual([200, 500, 100]);
    expect(
      sqlite
        .prepare("select count(*) from work_process where id not in (select work_process_id from blocker)")
        .pluck()
        .get(),
    ).toBe(sqlite.prepare("select count(*) from work_process where written = 'yes'").pluck().get());
    expect(
      sqlite.prepare("select distinct state from unblock_claim_version order by state").pluck().all(),
    ).toEqual(["confirmed", "contested", "proposed", "rejected"]);
  });

  test("turns as many processes as it says when one annualità is completed, and back when it is reopened", async () => {
    const { turning, others, ...database } = await made("svolte.sqlite", 1);
    const record = (from: "in-progress" | "completed", to: "in-progress" | "completed", sequence: number) =>
      recordLine(
        database.db,
        {
          action_year_id: turning.id,
          from,
          change: { ...aChange({ to, effectiveOn: TODAY, reason: "prova" }), progress: 100 },
          replaces: null,
          by: { ...RTD, at: `${TODAY}T09:00:00.000Z` },
        },
        { sequence, targetSequence: 0 },
      );
    const completed = await record("in-progress", "completed", turning.sequence);
    if (!completed.recorded) throw new Error("somebody else writes into this database");
    await record("completed", "in-progress", completed.sequence);
    const turns = database.sqlite
      .prepare("select caused_by_sequence as line, count(*) as count from turn group by line order by line")
      .all();

    expect(turning.status).toBe("in-progress");
    expect(turns).toEqual([
      { line: completed.sequence, count: SIZE.turning },
      { line: completed.sequence + 1, count: SIZE.turning },
    ]);
    expect(others).not.toContain(turning);
    expect((await verifyDatabase(database)).code).toBe(0);
  });

  test("is the same for the same seed, and another for another", async () => {
    const contentOf = ({ sqlite }: OpenDatabase) =>
      sqlite.prepare("select * from unblock_claim_action join unblock_claim on id = unblock_claim_id").all();
    const [one, same, another] = [
      await made("a.sqlite", 7),
      await made("b.sqlite", 7),
      await made("c.sqlite", 8),
    ];

    expect(contentOf(one)).toEqual(contentOf(same));
    expect(contentOf(one)).not.toEqual(contentOf(another));
  });
});
