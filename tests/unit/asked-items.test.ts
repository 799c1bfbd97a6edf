import { expect, test } from "vitest";
import { stepsToReport } from "#app/domain/monitoring/asked-items.ts";
import { aDayTerm, anObjective, aReportOn, aStepOnDay, every } from "#tests/support/deadlines.ts";

const ON = { year: 2026, today: "2026-10-15" };

function ofYear(year: number, first: number) {
  const due = aStepOnDay(first, [aDayTerm("due", `${year}-06-30`)], { year });
  const monthly = aStepOnDay(first + 1, [every("month")], { year });
  const continuous = aStepOnDay(first + 2, [], { year });
  return anObjective([due, monthly, continuous], { year });
}

function asked(...objectives: ReturnType<typeof anObjective>[]): number[] {
  return stepsToReport(objectives, ON).map(({ ordinal }) => ordinal);
}

test("a round asks about the points of its year, not about those of the years before nor of one to come", () => {
  expect(asked(ofYear(2024, 1), ofYear(2026, 11), ofYear(2027, 21))).toEqual([11, 12, 13]);
});

test("a round asks about the latest year where its own has no objectives, and not about what is done", () => {
  const done = aStepOnDay(31, [aDayTerm("due", "2024-06-30")], { reports: [aReportOn("2024-06-01", 100)] });

  expect(asked(ofYear(2023, 1), ofYear(2024, 11), anObjective([done]))).toEqual([11, 12, 13]);
});
