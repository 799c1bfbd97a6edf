import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { pageOf } from "#app/domain/page-of.ts";
import { matrixRows } from "#app/domain/plan/plan-matrix.ts";
import { summaryOf } from "#app/domain/plan/plan-summary.ts";
import { aLine, anAction, anActionYear, PLAN, planFacts } from "#tests/support/examples.ts";

const NUMBERS = Array.from({ length: 25 }, (_, index) => index + 1);

describe("a page of a list", () => {
  test("holds what comes after the pages before it, and says where it is", () => {
    expect(pageOf(NUMBERS, 3, 10)).toEqual({
      items: [21, 22, 23, 24, 25],
      page: 3,
      pages: 3,
      first: 21,
      last: 25,
      total: 25,
    });
  });

  test.each([
    [0, 1],
    [-7, 1],
    [99, 3],
  ])("asked as %i is page %i: the nearest there is", (asked, page) => {
    expect(pageOf(NUMBERS, asked, 10).page).toBe(page);
  });

  test("of an empty list is the first of one", () => {
    expect(pageOf([], 1, 10)).toMatchObject({ items: [], page: 1, pages: 1, total: 0 });
  });
});

describe("the rows of the matrix", () => {
  const facts = planFacts({
    actionYears: [2021, 2023, 2024].map((year) => anActionYear({ year })),
    lines: [
      aLine({ action_year_id: 2021, to_status: "completed", progress: 100, effective_on: "2021-12-01" }),
    ],
  });
  const actions = planAt(facts, PLAN, asOf("2022-06-30"));
  const rowsOf = (years: number[]) => {
    const matching = actions.flatMap((action) => action.years.filter(({ year }) => years.includes(year)));
    return matrixRows(actions, matching, PLAN);
  };

  test("have a cell for each year of the plan: empty where there is no annualità, none beyond the plan", () => {
    expect(rowsOf([])[0]!.cells.map((cell) => cell?.year ?? null)).toEqual([2021, null, 2023]);
  });

  test("mark the annualità that a filter speaks of, and none where it speaks of actions", () => {
    expect(rowsOf([2023])[0]!.cells.map((cell) => cell?.isMatch)).toEqual([false, undefined, true]);
    expect(rowsOf([])[0]!.cells.some((cell) => cell?.isMatch)).toBe(false);
  });
});

describe("the summary of a plan", () => {
  const facts = planFacts({
    actions: [anAction("4.3.6"), anAction("4.4.1", { unknown_year_count: 2 })],
    actionYears: [2021, 2022, 2024].map((year) => anActionYear({ year })),
    lines: [
      aLine({ action_year_id: 2021, to_status: "suspended", progress: 20, effective_on: "2021-06-01" }),
      aLine({ action_year_id: 2022, to_status: "in-progress", progress: 50, effective_on: "2022-03-01" }),
    ],
  });
  const areas = ["4.3", "4.4"].map((code) => ({ code, title: `Ambito ${code}` }));
  const summary = summaryOf(planAt(facts, PLAN, asOf("2022-06-30")), areas, PLAN);

  test("counts the annualità of the plan's years by area and year, and what has no year apart", () => {
    expect(summary.figures.total).toBe(2);
    expect(summary.areas.map(({ years }) => years.map(({ total }) => total))).toEqual([
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(summary.unclear).toEqual([{ code: "4.4.1", number: 2 }]);
  });

  test("says in which status the late ones are", () => {
    expect(summary.lateByStatus).toEqual([{ status: "suspended", number: 1 }]);
  });

  test("has a symbol for each annualità, until they are too many to be told apart", () => {
    expect(summary.areas[0]!.years[1]!.marks).toEqual([
      expect.objectContaining({ situation: "in-progress", progress: 50 }),
    ]);
    const many = planFacts({
      actions: NUMBERS.flatMap((n) => [1, 2, 3].map((m) => anAction(`4.3.${n}${m}0`))),
      actionYears: NUMBERS.flatMap((n) =>
        [1, 2, 3].map((m) => ({
          ...anActionYear({ year: 2021 }),
          id: n * 10 + m,
          plan_action_id: Number(`43${n}${m}0`),
        })),
      ),
    });
    const crowded = summaryOf(planAt(many, PLAN, asOf("2021-06-30")), areas, PLAN).areas[0]!.years[0]!;

    expect(crowded.total).toBe(75);
    expect(crowded.marks).toBeNull();
    expect(crowded.counts["to-start"]).toBe(75);
  });
});
