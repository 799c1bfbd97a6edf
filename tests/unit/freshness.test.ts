import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { freshnessOf, isStale } from "#app/domain/plan/freshness.ts";
import { type PlanActionOnDay, planAt, type PlanFacts } from "#app/domain/plan/plan-at.ts";
import { aLine, anActionYear, PLAN, planFacts } from "#tests/support/examples.ts";

function actionAt(day: string, facts: Partial<PlanFacts> = {}): PlanActionOnDay {
  return planAt(planFacts(facts), PLAN, asOf(day))[0]!;
}

describe("an annualità", () => {
  const only2022 = [anActionYear({ year: 2022 })];
  const staleAt = (day: string, facts: Partial<PlanFacts>) =>
    actionAt(day, { actionYears: only2022, ...facts }).years.some(isStale);

  test("is stale on the ninety-first day without a word, not on the ninetieth", () => {
    const lines = [aLine({ effective_on: "2022-03-01" })];

    expect(staleAt("2022-05-30", { lines })).toBe(false);
    expect(staleAt("2022-05-31", { lines })).toBe(true);
  });

  test("is fresh again with «nessuna novità»", () => {
    const lines = [aLine({ effective_on: "2022-03-01" }), aLine({ sequence: 2, effective_on: "2022-05-31" })];

    expect(staleAt("2022-05-31", { lines })).toBe(false);
  });

  test("that nobody ever wrote of is silent from the beginning of its year", () => {
    expect(staleAt("2022-04-01", {})).toBe(false); // ninety days from the first of January
    expect(staleAt("2022-04-02", {})).toBe(true);
  });

  test("is never stale before its year begins, however long ago someone wrote", () => {
    const actionYears = [anActionYear({ year: 2023 })];
    const lines = [aLine({ action_year_id: 2023, effective_on: "2021-06-01" })];

    expect(staleAt("2022-12-31", { actionYears, lines })).toBe(false);
    expect(staleAt("2023-01-01", { actionYears, lines })).toBe(true);
    expect(staleAt("2022-12-31", { actionYears })).toBe(false);
  });

  test.each(["completed", "rescheduled", "cancelled"] as const)("that is %s is never stale", (to_status) => {
    expect(staleAt("2026-10-15", { lines: [aLine({ to_status })] })).toBe(false);
  });
});

describe("an action", () => {
  test("is as silent as the most silent of its open annualità whose year has begun", () => {
    const lines = [
      aLine({ sequence: 1, action_year_id: 2021, effective_on: "2021-09-01" }),
      aLine({ sequence: 2, action_year_id: 2022, effective_on: "2022-04-01" }),
    ];

    // 2021: from 1/9/2021 to 31/12/2022 are 29 + 31 + 30 + 31 = 121 days of 2021 and 365 of 2022
    expect(freshnessOf(actionAt("2022-12-31", { lines }))).toEqual({
      updatedOn: "2022-04-01",
      mostSilent: { year: 2021, days: 486, everUpdated: true },
      closed: false,
    });
  });

  test("that nobody ever wrote of says so", () => {
    // From adoption, 4/5/2021, later than the beginning of 2021, to 31/12/2021: 27 + 30 + 31 + 31 + 30 + 31 + 30 + 31
    expect(freshnessOf(actionAt("2021-12-31"))).toEqual({
      updatedOn: null,
      mostSilent: { year: 2021, days: 241, everUpdated: false },
      closed: false,
    });
  });

  test("whose annualità are all closed waits for nothing", () => {
    const lines = [2021, 2022, 2023].map((id, index) =>
      aLine({ sequence: index + 1, action_year_id: id, to_status: "completed" }),
    );

    expect(freshnessOf(actionAt("2026-10-15", { lines }))).toEqual({
      updatedOn: "2022-03-15",
      mostSilent: null,
      closed: true,
    });
  });
});
