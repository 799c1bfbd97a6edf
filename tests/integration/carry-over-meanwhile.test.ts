import { beforeAll, expect, test } from "vitest";
import { ask, connection, countLines, lastSequenceOf, sqlite } from "#tests/support/requests.ts";
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

test("is carried over once by a form that is sent twice, and what the draft had of it goes", async () => {
  const form = await carrying("2024-2026/2026", "2027-2029/2027");
  const lines = countLines();
  const answers = [await ask(RIPORTO, { as: "rtd", form }), await ask(RIPORTO, { as: "rtd", form })];

  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(answers[1]!.headers.get("Location")).toBe(answers[0]!.headers.get("Location"));
  expect([countLines(), codesOf("2027-2029")]).toEqual([lines + 1, []]);
  expect(await verifyDatabase(connection)).toMatchObject({ code: 0 });
});
