import { describe, expect, test } from "vitest";
import type { LegalRiskCode, TouchingRisk } from "#app/domain/deadline/legal-risks.ts";
import { ask, sqlite } from "#tests/support/requests.ts";

async function risksOf(plan: string, code: string, as = "lettore"): Promise<TouchingRisk[]> {
  const { data } = await ask(`/piani/${plan}/azioni/${code}`, { as });
  return (data as { risks: TouchingRisk[] }).risks;
}

async function actionsTouchedBy(plan: string, risk: LegalRiskCode): Promise<string[]> {
  const touched: string[] = [];
  for (const code of codesOf(plan))
    if ((await risksOf(plan, code)).some((one) => one.code === risk)) touched.push(code);
  return touched;
}

function codesOf(plan: string): string[] {
  return sqlite
    .prepare(
      `select plan_action.code from plan_action join plan on plan.id = plan_id
       where plan.code = ? order by plan_action.ordinal`,
    )
    .pluck()
    .all(plan) as string[];
}

describe("of the 56 actions of document 004", () => {
  test.each<[LegalRiskCode, string]>([
    ["missed-result", "4.4.1 4.4.2 4.4.5 4.4.6 4.4.7 4.4.8 4.5.3 4.6.1 4.7.2 4.10.1 4.10.2 4.12.4"],
    ["unavailable-data", "4.9.1 4.9.2 4.9.3"],
    ["accessibility", "4.5.2 4.7.5 4.8.1 4.8.2 4.8.3 4.8.4 4.8.5 4.8.6"],
  ])("%s touches %s", async (risk, codes) => {
    expect(codesOf("2021-2023")).toHaveLength(56);
    expect(await actionsTouchedBy("2021-2023", risk)).toEqual(codes.split(" "));
  });

  test("the adoption of the plan is touched by none", async () => {
    expect(await risksOf("2021-2023", "4.1.1")).toEqual([]);
  });
});

describe("the page of an objective", () => {
  test("names the articles that touch the actions that it rests on, with those actions", async () => {
    const { data } = await ask("/obiettivi/PDO-TRASV-5", { as: "dirigente-settore-1" });

    expect((data as { risks: unknown }).risks).toEqual([
      { code: "missed-result", article: expect.stringContaining("64-bis"), actions: ["4.4.6"] },
      { code: "fine", article: "CAD art. 18-bis, c. 5", actions: ["4.4.3", "4.4.6"] },
      { code: "accountability", article: "CAD art. 12, c. 1-ter", actions: ["4.4.3", "4.4.6"] },
    ]);
  });

  test("names none where it rests on nothing that the law is about", async () => {
    const { data } = await ask("/obiettivi/PDO-S1-1.1", { as: "lettore" });

    expect((data as { risks: unknown }).risks).toEqual([]);
  });
});

describe("the page of an action", () => {
  test.each(["rtd", "dirigente-settore-1", "referente-settore-4", "giunta", "lettore", "amministratore"])(
    "tells %s the article, why, and when it was verified",
    async (as) => {
      const [risk] = await risksOf("2024-2026", "4.4.5", as);

      expect(risk).toMatchObject({
        article: "CAD art. 64-bis, c. 1-quinquies, con art. 64, c. 3-bis",
        verified: { on: "2026-11-21", how: "text" },
        by: { themes: ["app-io"], norms: [] },
      });
    },
  );

  test("tells it by the norms that the RTD gives it, from then on", async () => {
    const page = "/piani/2021-2023/azioni/4.1.1";
    const { lastEdit, prefilled } = (await ask(`${page}/modifica`, { as: "rtd" })).data as {
      lastEdit: number;
      prefilled: Record<string, string>;
    };
    const grounds = { reason: "la norma mancava", actOrgan: "", actNumber: "", actOn: "" };
    const form = { ...prefilled, norms: "L. 4/2004, art. 9", ...grounds, edit: String(lastEdit) };

    expect((await ask(`${page}/modifica`, { as: "rtd", form })).status).toBe(302);
    expect((await risksOf("2021-2023", "4.1.1")).map(({ code, by }) => [code, by.norms])).toEqual([
      ["accessibility", ["L. 4/2004, art. 9"]],
    ]);
    const before = await ask(`${page}?al=2022-12-31`, { as: "lettore" });
    expect((before.data as { risks: unknown[] }).risks).toEqual([]);
  });
});
