import { describe, expect, test } from "vitest";
import { compareWithAdopted, marksOf } from "#app/domain/variation/adopted-comparison.ts";
import type { PlanActionYear } from "#app/domain/plan/plan-at.ts";

type Compared = Parameters<typeof marksOf>[0];

function aYear(varied: Partial<Compared> = {}): Compared {
  return { year: 2022, adopted: true, status: "completed", origins: [], ...varied };
}

describe("against the plan as adopted, an annualità", () => {
  test.each<[string, Partial<Compared>, string[]]>([
    ["that was in it and stands is not marked", {}, []],
    ["that was not in it was added", { adopted: false }, ["added"]],
    ["that came from another year was moved here", { adopted: false, origins: [2021] }, ["moved-here"]],
    ["that takes the note of another year stays where it was", { origins: [2021] }, []],
    ["that is cancelled was dropped", { status: "cancelled" }, ["dropped"]],
    ["that is rescheduled was moved away", { status: "rescheduled" }, ["moved-away"]],
    [
      "that came from another year may be dropped later",
      { adopted: false, origins: [2021], status: "cancelled" },
      ["moved-here", "dropped"],
    ],
  ])("%s", (_, varied, marks) => {
    expect(marksOf(aYear(varied))).toEqual(marks);
  });
});

test("the years of a plan add up: adopted, more, fewer, left; what is beyond the plan is in none", () => {
  const years = [
    aYear(),
    aYear({ status: "cancelled" }),
    aYear({ adopted: false, origins: [2021], status: "rescheduled" }),
    aYear({ year: 2023, adopted: false }),
    aYear({ year: 2024, adopted: false, origins: [2023] }),
  ] as PlanActionYear[];

  expect(compareWithAdopted(years, { first_year: 2022, last_year: 2023 })).toEqual([
    { year: 2022, adopted: 2, added: 0, "moved-here": 1, dropped: 1, "moved-away": 1, left: 1 },
    { year: 2023, adopted: 0, added: 1, "moved-here": 0, dropped: 0, "moved-away": 0, left: 1 },
  ]);
});
