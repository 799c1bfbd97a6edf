import { expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { comingDeadlines } from "#app/domain/deadline/coming-deadlines.ts";
import { deadlinesOf, legalDeadlinesOf } from "#app/domain/deadline/deadlines.ts";
import { aDayTerm, anObjective, aReportOn, aStepOnDay } from "#tests/support/deadlines.ts";
import { placedPlans, TODAY } from "#tests/support/placed-plans.ts";

const NOW = asOfNow(TODAY);

test("what comes is open and due from today, the nearest first; the annualità of a day are one row", () => {
  const objectives = [
    anObjective([
      aStepOnDay(1, [aDayTerm("due", TODAY)]),
      aStepOnDay(2, [aDayTerm("due", "2026-11-01")], { reports: [aReportOn("2026-10-02", 100)] }),
      aStepOnDay(3, [aDayTerm("due", "2026-01-31")]),
    ]),
  ];
  const known = [
    ...legalDeadlinesOf(2026, NOW),
    ...deadlinesOf({ plans: placedPlans(), objectives, rounds: [] }, NOW),
  ];
  const within = (days: number) =>
    comingDeadlines(known, { within: days, at: NOW }).map(({ first, more }) => [first.id, first.day, more]);

  expect(within(90)).toEqual([
    ["punto-101", TODAY, 0],
    ["annualita-5226", "2026-11-30", 0],
    ["legge-year-end-review-2026", "2026-12-31", 0],
    ["annualita-5125", "2026-12-31", 3],
  ]);
  expect(within(0)).toEqual([["punto-101", TODAY, 0]]);
});
