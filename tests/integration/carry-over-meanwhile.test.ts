import { beforeAll, describe, expect, test } from "vitest";
import type { Author } from "#db/chain.ts";
import { recordNewArea } from "#db/plan/areas.ts";
import { recordCarryOver, recordChoice } from "#db/plan/carry-over-records.ts";
import { recordNewPlanAction } from "#db/plan-action/plan-action-additions.ts";
import { ask, connection, countLines, db, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
import { verifyDatabase } from "../../scripts/data-verify.ts";

/** 4.6.3/2022 of the demonstration, chosen for the draft 2027-2029 and then carried over into the plan in force. */

const RIPORTO = "/piani/2021-2023/azioni/4.6.3/2022/riporto";

async function carrying(target: string, chosen: string): Promise<Record<string, string>> {
  const { draftStamp } = (await ask(RIPORTO, { as: "rtd" })).data as { draftStamp: string };
  const sequence = String(lastSequenceOf("4.6.3", 2022));
  return { target, chosen, draftStamp, sequence, reason: "Si chiude entro l’anno.", "undo-draft": "on" };
}

function codesOf(plan: string): string[] {
  return sqlite
    .prepare(
      `select plan_action.code from plan_action join plan on plan.id = plan_action.plan_id
       where plan.code = ? order by plan_action.ordinal`,
    )
    .pluck()
    .all(plan) as string[];
}

beforeAll(async () => {
  const plan = { code: "2027-2029", title: "Piano 2027-2029", firstYear: "2027", lastYear: "2029" };
  expect((await ask("/piani/nuovo", { as: "rtd", form: plan })).status).toBe(302);
  const { draftStamp, ...form } = await carrying("2027-2029/2027", "");
  expect(draftStamp).toBe("");
  expect((await ask(RIPORTO, { as: "rtd", form })).status).toBe(302);
  expect(codesOf("2027-2029")).toEqual(["4.6.3"]);
});

test("is not carried over by who saw another draft than the one that would be undone", async () => {
  const form = await carrying("2024-2026/2026", "2027-2029/2027");
  const lines = countLines();
  const answer = await ask(RIPORTO, { as: "rtd", form: { ...form, draftStamp: "di prima" } });

  expect(answer).toMatchObject({ status: 409, data: { isConflict: true } });
  expect([countLines(), codesOf("2027-2029")]).toEqual([lines, ["4.6.3"]]);
});

describe("between what was read and what is written", () => {
  const by: Author = { id: "4f7c", role: "rtd", officeId: null, at: "2026-10-15T10:00:00.000Z" };
  const edit = { by, reason: "Si chiude entro l’anno.", act: null, today: "2026-10-15" };
  const GONE = 9999;

  function found(sql: string): number {
    return sqlite.prepare(sql).pluck().get() as number;
  }

  /** 4.6.3/2022 and the places where it may go; no other annualità stands there but `standingId`. */
  function source() {
    const ofAction = `from plan_action join plan on plan.id = plan_id where plan.code = '2021-2023' and plan_action.code = '4.6.3'`;
    const headId = found(`select plan_action.id ${ofAction}`);
    const sourceId = found(`select id from action_year where plan_action_id = ${headId} and year = 2022`);
    const placeIn = (plan: string, year: number, standingId: number | null) => ({
      ...{
        planId: found(`select id from plan where code = '${plan}'`),
        headId,
        headCode: "4.6.3",
        year,
        standingId,
      },
    });
    return { sourceId, sequence: lastSequenceOf("4.6.3", 2022), placeIn };
  }

  test("the draft that would be undone moved: nothing is carried over", async () => {
    const { sourceId, sequence, placeIn } = source();
    const before = [countLines(), found("select count(*) from edit")];
    const change = {
      ...{ to: "rescheduled" as const, progress: 50, effectiveOn: "2026-10-15", reason: edit.reason },
      ...{ evidence: null, dueOn: null, targetYear: 2026 },
    };
    const line = { action_year_id: sourceId, from: "in-progress" as const, change, by, replaces: null };
    const outcome = await recordCarryOver(db, placeIn("2024-2026", 2026, null), line, {
      ...{ edit, expected: { sequence, targetSequence: 0 }, undo: "di prima" },
    });

    expect(outcome).toEqual({ recorded: false, moved: "draft" });
    expect([countLines(), found("select count(*) from edit")]).toEqual(before);
    expect(codesOf("2027-2029")).toEqual(["4.6.3"]);
  });

  test("the annualità of the draft that was there is gone: nothing is chosen", async () => {
    const { sourceId, sequence, placeIn } = source();
    const expected = found("select target_action_year_id from carry_over");
    const choice = { sourceId, place: placeIn("2027-2029", 2028, GONE), sequence, expected, undo: null };

    expect(await recordChoice(db, choice, edit)).toEqual({ recorded: false, moved: "draft" });
    expect(found("select target_action_year_id from carry_over")).toBe(expected);
  });

  test("the draft was discarded: neither an area nor an action is added to it", async () => {
    const area = { code: "4.20", title: "Intelligenza artificiale", source: "prova" };
    const wording = { title: "Prova", areaCode: "4.20", weight: 1, themes: [], norms: [] };
    const action = { code: "4.20.1", wording, responsibles: ["rtd"], lead: null, years: [], offices: [] };

    expect(await recordNewArea(db, GONE, area, edit)).toEqual({ recorded: false });
    expect(await recordNewPlanAction(db, GONE, action, edit)).toEqual({ recorded: false });
  });
});

test("is carried over once by a form that is sent twice, and what the draft had of it goes", async () => {
  const form = await carrying("2024-2026/2026", "2027-2029/2027");
  const lines = countLines();
  const answers = [await ask(RIPORTO, { as: "rtd", form }), await ask(RIPORTO, { as: "rtd", form })];

  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(answers[1]!.headers.get("Location")).toBe(answers[0]!.headers.get("Location"));
  expect([countLines(), codesOf("2027-2029")]).toEqual([lines + 1, []]);
  expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
});
