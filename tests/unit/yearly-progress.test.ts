import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionYearsAt } from "#app/domain/status/action-years.ts";
import { asOf } from "#app/domain/days.ts";
import { situationOf, SITUATIONS } from "#app/domain/status/situations.ts";
import {
  type Counted,
  percentOf,
  progressOf,
  tally,
  tallyBy,
  yearlyProgress,
  yearsOf,
} from "#app/domain/plan/yearly-progress.ts";
import { aCounted, aDayOfHistory, PLAN } from "#tests/support/examples.ts";
import actions from "#tests/support/sources/ptd-actions.json";

function times(many: number, varied: Partial<Counted>): Counted[] {
  return Array.from({ length: many }, () => aCounted(varied));
}

/**
 * 2022 of document 004, its 34 annualità given a situation each: 9 completed and proven, 12 declared, 5 late, 3 in
 * progress, 1 to start, 1 suspended, 1 rescheduled, 2 cancelled.
 */
const IN_2022 = [
  ...times(9, { situation: "completed-proven", progress: 100 }),
  ...times(12, { situation: "completed-declared", progress: 100 }),
  ...times(5, { situation: "late", progress: 40 }),
  ...times(3, { situation: "in-progress", progress: 50 }),
  ...times(1, { situation: "to-start", progress: 0 }),
  ...times(1, { situation: "suspended", progress: 30 }),
  ...times(1, { situation: "rescheduled", progress: 20 }),
  ...times(2, { situation: "cancelled", progress: 70 }),
];

describe("the yearly figures of the plan 2021–2023", () => {
  test("say 21 of 34 completed, 9 of them proven, 2 cancelled", () => {
    const [, row] = yearlyProgress(IN_2022, PLAN, new Map([[2022, 34]]));

    expect(row).toMatchObject({ year: 2022, total: 34, adopted: 34, completed: 21, proven: 9, late: 5 }); // 9 + 12 = 21
    expect(row!.counts).toEqual({
      "completed-proven": 9,
      "completed-declared": 12,
      "in-progress": 3,
      "to-start": 1,
      late: 5,
      suspended: 1,
      rescheduled: 1,
      cancelled: 2,
    });
  });

  test("measure progress over the 31 that are neither rescheduled nor cancelled", () => {
    // 21 × 100 + 5 × 40 + 3 × 50 + 0 + 30 = 2100 + 200 + 150 + 30 = 2480, over 34 − 1 − 2 = 31: exactly 80 %.
    expect(tally(IN_2022).progress).toEqual({ points: 2480, weight: 31, over: 31 });
    expect(percentOf(tally(IN_2022).progress)).toBe(80);
  });

  test("are one row a year, in order, also where nothing stands", () => {
    expect(
      yearlyProgress([], PLAN, new Map()).map(({ year, total, adopted }) => [year, total, adopted]),
    ).toEqual([
      [2021, 0, 0],
      [2022, 0, 0],
      [2023, 0, 0],
    ]);
    expect(yearsOf(PLAN)).toEqual([2021, 2022, 2023]);
  });

  test("never count 2024: beyond the plan", () => {
    const rows = yearlyProgress(
      [...IN_2022, aCounted({ year: 2024, situation: "completed-proven" })],
      PLAN,
      new Map([[2024, 1]]),
    );

    expect(rows.map((row) => row.total)).toEqual([0, 34, 0]);
  });

  test("have 45, 34 and 27 annualità: those of document 004, 4.2.2 without years left out", () => {
    const counted = actions.flatMap(({ years }) => (years ?? []).map((year) => aCounted({ year })));

    expect(yearlyProgress(counted, PLAN, new Map()).map((row) => row.total)).toEqual([45, 34, 27]);
  });
});

describe("progress", () => {
  test("is weighted by the action's weight", () => {
    // (3 × 100 + 1 × 20) ÷ (3 + 1) = 320 ÷ 4 = 80
    const measured = progressOf([
      aCounted({ progress: 100, weight: 3, situation: "completed-proven" }),
      aCounted({ progress: 20, weight: 1, situation: "late" }),
    ]);

    expect(measured).toEqual({ points: 320, weight: 4, over: 2 });
    expect(percentOf(measured)).toBe(80);
  });

  test("of nothing, or of what is all cancelled and rescheduled, is not measurable: that is not 0 %", () => {
    expect(percentOf(progressOf([]))).toBeNull();
    expect(
      percentOf(
        progressOf([...times(2, { situation: "cancelled" }), ...times(1, { situation: "rescheduled" })]),
      ),
    ).toBeNull();
    expect(percentOf(progressOf(times(2, { situation: "to-start" })))).toBe(0);
  });
});

test("an annualità of several offices counts for each of them", () => {
  const held = [
    { ...aCounted({ situation: "late" }), offices: ["settore-3", "settore-4"] },
    { ...aCounted({ situation: "completed-proven" }), offices: ["settore-3"] },
  ];
  const byOffice = tallyBy(held, ({ offices }) => offices);

  expect([...byOffice].map(([office, { total, late }]) => [office, total, late])).toEqual([
    ["settore-3", 2, 1],
    ["settore-4", 1, 1],
  ]);
});

describe("properties", () => {
  const aDayOfPlan = aDayOfHistory.map(({ facts, lines, day }) =>
    [...actionYearsAt(facts, lines, asOf(day)).values()].map((state) => ({
      ...state,
      situation: situationOf(state, asOf(day)),
      weight: 1,
    })),
  );

  test("the situations of a year add up to its annualità, each in exactly one", () => {
    fc.assert(
      fc.property(aDayOfPlan, (counted) => {
        for (const row of yearlyProgress(counted, PLAN, new Map())) {
          const standing = counted.filter(({ year }) => year === row.year);
          expect(Object.keys(row.counts).sort()).toEqual([...SITUATIONS].sort());
          expect(Object.values(row.counts).reduce((sum, count) => sum + count, 0)).toBe(standing.length);
          expect(row.total).toBe(standing.length);
          for (const situation of SITUATIONS)
            expect(row.counts[situation]).toBe(standing.filter((one) => one.situation === situation).length);
        }
      }),
    );
  });

  test("progress lies between 0 and 100, and says over how many it is measured", () => {
    fc.assert(
      fc.property(aDayOfPlan, (counted) => {
        const { counts, total, progress } = tally(counted);
        const percent = percentOf(progress);
        expect(progress.over).toBe(total - counts.cancelled - counts.rescheduled);
        expect(percent === null).toBe(progress.over === 0);
        if (percent !== null) expect(percent).toBeGreaterThanOrEqual(0);
        if (percent !== null) expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });
});
