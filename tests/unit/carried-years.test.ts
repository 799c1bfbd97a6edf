import { expect, test } from "vitest";
import { carriedInto } from "#app/domain/plan/carried-years.ts";
import type { PlanActionYear, Target } from "#app/domain/plan/plan-at.ts";

const going = (year: number, target: Target | null) => ({ year, target }) as PlanActionYear;
const to = (plan: string, year: number): Target => ({
  plan,
  code: "4.3.7",
  year,
  beyondPlan: false,
  inNextPlan: true,
});

test("what earlier plans hand over is found by where it goes on; two may go to one year", () => {
  const years = [going(2021, null), going(2022, to("2024-2026", 2024)), going(2023, to("2024-2026", 2024))];
  const earlier = [{ plan: { code: "2021-2023" }, actions: [{ code: "4.3.6", years }] }];

  expect([...carriedInto("2024-2026", earlier)]).toEqual([
    [
      "4.3.7/2024",
      [
        { plan: "2021-2023", code: "4.3.6", year: 2022 },
        { plan: "2021-2023", code: "4.3.6", year: 2023 },
      ],
    ],
  ]);
  expect(carriedInto("2027-2029", earlier).size).toBe(0);
});
