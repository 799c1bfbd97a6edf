import { describe, expect, test } from "vitest";
import { isVariationStep, planClosedBy } from "#app/domain/review/closed-plans.ts";

const PLAN = { last_year: 2023 };

describe("a plan", () => {
  test("is closed by a review of its last day or later, not by an earlier one", () => {
    expect(planClosedBy(PLAN, [])).toBeUndefined();
    expect(planClosedBy(PLAN, [{ id: 1, shown_on: "2023-12-30" }])).toBeUndefined();
    expect(planClosedBy(PLAN, [{ id: 1, shown_on: "2023-12-31" }])).toMatchObject({ id: 1 });
    expect(planClosedBy(PLAN, [{ id: 2, shown_on: "2024-06-30" }])).toMatchObject({ id: 2 });
  });

  test("is closed since the earliest of them, by the one that corrects it where there is one", () => {
    const reviews = [
      { id: 5, shown_on: "2024-06-30" },
      { id: 1, shown_on: "2022-12-31" },
      { id: 3, shown_on: "2023-12-31" },
      { id: 6, shown_on: "2023-12-31" },
    ];

    expect(planClosedBy(PLAN, reviews)).toEqual({ id: 6, shown_on: "2023-12-31" });
  });
});

test.each([
  ["to-start", "cancelled", true],
  ["in-progress", "rescheduled", true],
  ["cancelled", "in-progress", true],
  ["rescheduled", "in-progress", true],
  ["cancelled", "cancelled", false],
  ["in-progress", "completed", false],
  ["completed", "in-progress", false],
  ["to-start", "suspended", false],
] as const)("the step from %s to %s is a variation: %s", (from, to, expected) => {
  expect(isVariationStep(from, to)).toBe(expected);
});
