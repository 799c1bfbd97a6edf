import { expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { altersClaims } from "#app/domain/level/claims-on-day.ts";
import { NEXT, STATUSES } from "#app/domain/status/status-steps.ts";
import { levelsOf, linesOf, mapFacts, onDay, workFacts } from "#tests/support/process-examples.ts";

const MAPS = mapFacts([
  {
    code: "FVG-RAG-027",
    written: "no",
    blockers: [
      {
        kind: "paper_archive",
        extent: "whole",
        removability: "digital",
        claims: [{ actions: ["4.6.3"], effect: "full" }],
      },
    ],
  },
]);

/** The level and the attainable one after some statuses of the only annualità of 4.6.3. */
function levelsAfter(...statuses: (typeof STATUSES)[number][]) {
  const lines = linesOf(
    ...statuses
      .map((status, index) => ["4.6.3", 2022, status, `2022-0${index + 1}-01`] as const)
      .map(([code, year, status, on]) => [code, year, status, on] as [string, number, typeof status, string]),
  );
  const processes = onDay({ facts: MAPS, work: workFacts({ "4.6.3": [2022] }, lines) }, asOf("2022-12-31"));
  return [...levelsOf(processes), processes[0]!.attainable];
}

const STEPS = STATUSES.flatMap((from) => [from, ...NEXT[from]].map((to) => [from, to] as const));

test.each(STEPS.filter(([from, to]) => !altersClaims(from, to)))(
  "a line from %s to %s leaves every level as it was",
  (from, to) => {
    expect(levelsAfter(from, to)).toEqual(levelsAfter(from));
  },
);

test("completing, reopening and cancelling may alter levels", () => {
  expect(altersClaims("in-progress", "completed")).toBe(true);
  expect(altersClaims("completed", "in-progress")).toBe(true);
  expect(altersClaims("to-start", "cancelled")).toBe(true);
  expect(levelsAfter("in-progress", "completed")).not.toEqual(levelsAfter("in-progress"));
});
