import { describe, expect, test } from "vitest";
import {
  type Chosen,
  continuationsOf,
  continuingOf,
  freeCode,
  headOf,
  plansToCarryInto,
  unfinishedOf,
} from "#app/domain/triennium/carry-over.ts";
import { asOfNow } from "#app/domain/days.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { STATUSES } from "#app/domain/status/status-steps.ts";
import { aLine, anActionYear, PLAN, planFacts } from "#tests/support/examples.ts";

describe("what a plan leaves unfinished", () => {
  test.each(STATUSES)("of an annualità that is %s", (to_status) => {
    const facts = planFacts({
      actionYears: [anActionYear({ year: 2022 }), anActionYear({ year: 2023 })],
      lines: [
        aLine({
          to_status,
          effective_on: "2022-03-15",
          target_action_year_id: to_status === "rescheduled" ? 2023 : null,
        }),
      ],
    });
    const years = unfinishedOf("2021-2023", planAt(facts, PLAN, asOfNow("2024-01-15"))).map(
      ({ actionYear }) => actionYear.year,
    );

    expect(years).toEqual(
      ["to-start", "in-progress", "suspended"].includes(to_status) ? [2022, 2023] : [2023],
    );
  });

  test("has what went beyond the plan in it, with its place", () => {
    const facts = planFacts({ actionYears: [anActionYear({ year: 2025, planned_from_on: "2023-01-01" })] });

    expect(unfinishedOf("2021-2023", planAt(facts, PLAN, asOfNow("2024-01-15")))).toMatchObject([
      { plan: "2021-2023", planActionId: 436, code: "4.3.6", areaCode: "4.3", actionYear: { year: 2025 } },
    ]);
  });
});

describe("an action that goes on from plan to plan", () => {
  const links = [
    { id: 1, continues_id: null },
    { id: 2, continues_id: 1 },
    { id: 3, continues_id: 2 },
    { id: 9, continues_id: null },
  ];

  test.each([
    [1, 3],
    [2, 3],
    [3, 3],
    [9, 9],
  ])("is continued from its last: of %i it is %i", (id, head) => {
    expect(headOf(id, continuingOf(links))).toBe(head);
  });
});

describe("the actions that a new plan begins with", () => {
  const chosen = (varied: Partial<Chosen>): Chosen => ({
    actionYearId: 1,
    headId: 436,
    headCode: "4.3.6",
    year: 2027,
    ...varied,
  });

  test("are one for each that is continued, whatever plan its annualità come from, in the order of the codes", () => {
    expect(
      continuationsOf([
        chosen({ actionYearId: 1, headId: 4310, headCode: "4.3.10" }),
        chosen({ actionYearId: 2, year: 2028 }),
        chosen({ actionYearId: 3, year: 2027 }),
        chosen({ actionYearId: 4, year: 2027 }),
      ]),
    ).toEqual([
      {
        continuesId: 436,
        code: "4.3.6",
        years: [
          { year: 2027, sources: [3, 4] },
          { year: 2028, sources: [2] },
        ],
      },
      { continuesId: 4310, code: "4.3.10", years: [{ year: 2027, sources: [1] }] },
    ]);
  });

  test("of two that were called alike, one takes the next free number of the area", () => {
    const codes = continuationsOf([
      chosen({ headId: 1 }),
      chosen({ headId: 2, actionYearId: 2 }),
      chosen({ headId: 3, headCode: "4.3.7", actionYearId: 3 }),
    ]).map(({ code }) => code);

    expect(new Set(codes).size).toBe(3);
    expect(codes).toContain("4.3.6");
    expect(freeCode("4.3.6", ["4.3.6", "4.3.8", "4.4.20"])).toBe("4.3.9");
    expect(freeCode("4.3.6", ["4.3.7"])).toBe("4.3.6");
  });
});

describe("the plans that an annualità of 2021-2023 can be carried over into", () => {
  const second = {
    code: "2024-2026",
    first_year: 2024,
    last_year: 2026,
    adopted_on: "2024-02-29",
    continuing: false,
  };
  const third = {
    code: "2027-2029",
    first_year: 2027,
    last_year: 2029,
    adopted_on: "2026-10-15",
    continuing: false,
  };
  const codes = (later: Parameters<typeof plansToCarryInto>[0], year: number) =>
    plansToCarryInto(later, year).map(({ code }) => code);

  test("are those after it whose years are not over", () => {
    expect(codes([second, third], 2026)).toEqual(["2024-2026", "2027-2029"]);
    expect(codes([second, third], 2027)).toEqual(["2027-2029"]);
    expect(codes([second, third], 2030)).toEqual([]);
  });

  test("have among them one before a draft in which it goes on: the draft gives way", () => {
    expect(codes([second, { ...third, adopted_on: null, continuing: true }], 2026)).toEqual([
      "2024-2026",
      "2027-2029",
    ]);
  });

  test("do not skip back over an adopted one in which it goes on already", () => {
    expect(codes([second, { ...third, continuing: true }], 2026)).toEqual(["2027-2029"]);
    expect(
      codes(
        [
          { ...second, continuing: true },
          { ...third, continuing: true },
        ],
        2026,
      ),
    ).toEqual(["2024-2026", "2027-2029"]);
    expect(codes([{ ...second, continuing: true }, third], 2026)).toEqual(["2024-2026", "2027-2029"]);
  });
});
