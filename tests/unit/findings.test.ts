import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { concentrationOfLate, findingOfYears, rowInFocus } from "#app/domain/plan/findings.ts";
import { tally, yearlyProgress } from "#app/domain/plan/yearly-progress.ts";
import { aCounted, PLAN } from "#tests/support/examples.ts";

/** Rows of the plan with so many late of so many, year by year; what is not late is completed. */
function rowsOf(years: Record<number, [late: number, total: number]>) {
  const counted = Object.entries(years).flatMap(([year, [late, total]]) =>
    Array.from({ length: total }, (_, index) =>
      aCounted({ year: Number(year), situation: index < late ? "late" : "completed-declared" }),
    ),
  );
  return yearlyProgress(counted, PLAN, new Map());
}

function groupsOf(late: Record<string, number>) {
  return new Map(
    Object.entries(late).map(([key, many]) => [
      key,
      tally(Array.from({ length: many }, () => aCounted({ situation: "late" }))),
    ]),
  );
}

describe("what the yearly chart says", () => {
  test("is the year with most late, and the others that have some, in order", () => {
    expect(findingOfYears(rowsOf({ 2021: [2, 45], 2022: [13, 34], 2023: [5, 27] }))).toEqual({
      kind: "late",
      worst: expect.objectContaining({ year: 2022, late: 13, total: 34 }),
      others: [
        expect.objectContaining({ year: 2021, late: 2 }),
        expect.objectContaining({ year: 2023, late: 5 }),
      ],
    });
  });

  test("is the earlier of two years that are as late", () => {
    expect(findingOfYears(rowsOf({ 2021: [0, 45], 2022: [4, 34], 2023: [4, 27] }))).toMatchObject({
      worst: { year: 2022 },
      others: [{ year: 2023 }],
    });
  });

  test("is how many are completed of how many when nothing is late", () => {
    // 45 + 34 + 27 = 106
    expect(findingOfYears(rowsOf({ 2021: [0, 45], 2022: [0, 34], 2023: [0, 27] }))).toEqual({
      kind: "nothing-late",
      completed: 106,
      total: 106,
    });
    expect(findingOfYears(rowsOf({}))).toEqual({ kind: "nothing-late", completed: 0, total: 0 });
  });
});

describe("the year in focus", () => {
  test("is that of the day looked at, or none outside the plan", () => {
    const rows = rowsOf({});

    expect(rowInFocus(rows, asOf("2022-06-30"))?.year).toBe(2022);
    expect(rowInFocus(rows, asOf("2023-12-31"))?.year).toBe(2023);
    expect(rowInFocus(rows, asOf("2024-01-01"))).toBeUndefined();
  });
});

describe("where what is late gathers", () => {
  test("is the fewest groups that hold at least half of it", () => {
    // 13 late: 4.4 alone has 5; with 4.12, 5 + 4 = 9, and 9 × 2 ≥ 13
    expect(concentrationOfLate(groupsOf({ "4.3": 1, "4.4": 5, "4.7": 3, "4.12": 4, "4.13": 0 }))).toEqual({
      keys: ["4.4", "4.12"],
      groups: 5,
      spread: 4,
      late: 9,
      of: 13,
      top: [{ key: "4.4", late: 5 }],
    });
  });

  test("is one group where it holds exactly half", () => {
    expect(concentrationOfLate(groupsOf({ "4.3": 2, "4.4": 4, "4.7": 2 }))).toMatchObject({
      keys: ["4.4"],
      late: 4,
      of: 8,
    });
  });

  test("is told of all the groups that have most, when some are alike", () => {
    const top = [
      { key: "4.4", late: 3 },
      { key: "4.12", late: 3 },
    ];

    expect(concentrationOfLate(groupsOf({ "4.3": 1, "4.4": 3, "4.12": 3 }))).toMatchObject({ top });
  });

  test("is nowhere when nothing is late", () => {
    expect(concentrationOfLate(groupsOf({ "4.3": 0, "4.4": 0 }))).toBeUndefined();
    expect(concentrationOfLate(new Map())).toBeUndefined();
  });

  test("does not choose among groups that are alike", () => {
    // 6 late: 4.6 has 2, four others one each; half of them are reached with any one of the four
    expect(
      concentrationOfLate(groupsOf({ "4.2": 1, "4.4": 1, "4.6": 2, "4.9": 1, "4.10": 1 })),
    ).toMatchObject({
      keys: ["4.6"],
      late: 2,
      of: 6,
      spread: 5,
    });
    expect(concentrationOfLate(groupsOf({ "4.3": 1, "4.4": 1 }))).toMatchObject({ keys: [], spread: 2 });
  });

  test("the groups it names have more than any other, and no fewer than needed are left out but for those alike", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^4\.\d$/), fc.nat({ max: 20 })), (late) => {
        const found = concentrationOfLate(groupsOf(late));
        if (!found) return Object.values(late).every((many) => many === 0);
        const others = Object.keys(late).filter((key) => !found.keys.includes(key));
        const most = Math.max(0, ...others.map((key) => late[key]!));
        expect(found.late).toBe(found.keys.reduce((sum, key) => sum + late[key]!, 0));
        expect(found.keys.every((key) => late[key]! > most)).toBe(true);
        const alike = others.filter((key) => late[key] === most).length;
        expect((found.late + alike * most) * 2).toBeGreaterThanOrEqual(found.of);
        return true;
      }),
    );
  });
});
