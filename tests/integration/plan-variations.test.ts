import { beforeAll, describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { tallyVariations } from "#app/domain/variation/variation-counts.ts";
import { variationsOf } from "#app/domain/variation/variations.ts";
import type { OpenDatabase } from "#db/open.ts";
import { findPlan } from "#db/plan/plans.ts";
import { listVariationFacts } from "#db/variation/variation-facts.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";

let demonstration: OpenDatabase;
beforeAll(async () => {
  demonstration = await demonstrationDatabase();
});

async function variations(at = asOfNow("2026-10-15"), code = "2021-2023") {
  const plan = (await findPlan(demonstration.db, code))!;
  return variationsOf(await listVariationFacts(demonstration.db, plan, at.day), at);
}

describe("the variations of the demonstration", () => {
  test("are of every kind", async () => {
    expect(tallyVariations(await variations())).toEqual({
      total: 39,
      counts: {
        added: 1,
        dropped: 4,
        postponed: 28,
        "brought-forward": 1,
        reassigned: 2,
        reworded: 2,
        "taken-back": 1,
      },
    });
  });

  test("tell what went to the next plan on the day of its adoption", async () => {
    expect((await variations()).filter(({ target }) => target?.plan === "2024-2026")).toHaveLength(20);
  });

  test("on a past day are those that held by then", async () => {
    const steps = (await variations(asOf("2022-12-31"))).filter(({ source }) => source.kind === "line");

    expect(tallyVariations(steps).counts).toMatchObject({ dropped: 3, postponed: 6 });
  });

  test("say the action, the act and who, and where it went", async () => {
    const all = await variations();

    expect(all.find(({ action }) => action?.code === "4.8.6")).toMatchObject({
      kind: "postponed",
      on: "2021-12-14",
      years: [2021],
      target: { plan: "2021-2023", code: "4.8.6", year: 2023 },
      act: { name: "deliberazione", number: "202", on: "2021-12-14" },
      author: { role: "rtd" },
      area: { code: "4.8" },
    });
  });
});
