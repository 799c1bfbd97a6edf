import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HistoryLine, historyEntries } from "#app/domain/plan/action-history.ts";
import { asOf, asOfNow, type Viewpoint } from "#app/domain/days.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { aDayOfHistory, PLAN, planFacts } from "#tests/support/examples.ts";

function aHistoryLine(varied: Partial<HistoryLine> = {}): HistoryLine {
  const sequence = varied.sequence ?? 1;
  return {
    sequence,
    place: sequence,
    year: 2022,
    from_status: "to-start",
    to_status: "in-progress",
    progress: 0,
    due_on: null,
    effective_on: "2022-03-15",
    recorded_at: "2022-03-15T10:00:00Z",
    replaces_sequence: null,
    replaced_by: null,
    ...varied,
  };
}

/** What is told of lines whose annualità are as nobody had touched them: 2021, 2022 and 2023, to start. */
function told(lines: HistoryLine[], at: Viewpoint) {
  return historyEntries(lines, planAt(planFacts(), PLAN, at)[0]!.years, at).map((entry) =>
    entry.kind === "line"
      ? `${entry.on} line ${entry.line.sequence}`
      : `${entry.on} ${entry.year} is late since its term of ${entry.dueOn}`,
  );
}

function previousProgressOf(lines: HistoryLine[], sequence: number) {
  const entry = historyEntries(lines, [], asOf("2022-12-31")).find(
    (one) => one.kind === "line" && one.line.sequence === sequence,
  );
  return entry?.kind === "line" ? entry.previousProgress : undefined;
}

describe("the history of an action", () => {
  test("tells the newest day first and, of one day, the last recorded first", () => {
    const lines = [
      aHistoryLine({ sequence: 1, effective_on: "2022-03-15" }),
      aHistoryLine({ sequence: 2, effective_on: "2022-01-10", year: 2021 }),
      aHistoryLine({ sequence: 3, effective_on: "2022-03-15" }),
    ];

    expect(told(lines, asOfNow("2021-12-31"))).toEqual([]);
    expect(told(lines, asOf("2022-03-31"))).toEqual([
      "2022-03-15 line 3",
      "2022-03-15 line 1",
      "2022-01-10 line 2",
      "2021-12-31 2021 is late since its term of 2021-12-31",
    ]);
  });

  test("of the day on which a term went by, what was recorded comes before it", () => {
    const line = aHistoryLine({ sequence: 1, effective_on: "2021-12-31", year: 2022 });

    expect(told([line], asOf("2022-01-31"))).toEqual([
      "2021-12-31 line 1",
      "2021-12-31 2021 is late since its term of 2021-12-31",
    ]);
  });

  test("says nothing of what takes effect after the day looked at", () => {
    const lines = [aHistoryLine({ effective_on: "2021-11-30" }), aHistoryLine({ sequence: 2 })];

    expect(told(lines, asOf("2021-12-30"))).toEqual(["2021-11-30 line 1"]);
  });

  test("shows a replaced line in its day, and the rettifica in its own", () => {
    const lines = [
      aHistoryLine({ sequence: 1, replaced_by: 2 }),
      aHistoryLine({ sequence: 2, place: 1, replaces_sequence: 1, effective_on: "2022-02-01" }),
    ];

    expect(told(lines, asOf("2022-12-30")).slice(0, 2)).toEqual(["2022-03-15 line 1", "2022-02-01 line 2"]);
  });
});

describe("an annualità is late", () => {
  test("from the day its term went by, whenever it is looked at", () => {
    expect(told([], asOf("2022-06-30"))).toEqual(["2021-12-31 2021 is late since its term of 2021-12-31"]);
  });

  test("at the end of that day already", () => {
    expect(told([], asOf("2021-12-31"))).toEqual(["2021-12-31 2021 is late since its term of 2021-12-31"]);
  });

  test("not yet while the day of its term lasts", () => {
    expect(told([], asOfNow("2021-12-31"))).toEqual([]);
  });

  test("never after the day looked at, whatever happened", () => {
    fc.assert(
      fc.property(aDayOfHistory, ({ facts, lines, day }) => {
        const action = planAt(planFacts({ actionYears: facts, lines }), PLAN, asOf(day))[0];
        const entries = historyEntries([], action?.years ?? [], asOf(day));
        expect(entries.filter((entry) => entry.on > day)).toEqual([]);
      }),
    );
  });
});

describe("the progress before a line", () => {
  const first = aHistoryLine({ sequence: 1, progress: 30 });
  const other = aHistoryLine({ sequence: 2, progress: 90, year: 2023 });
  const second = aHistoryLine({ sequence: 3, progress: 60, effective_on: "2022-05-01" });

  test("is that of the line before, of the same annualità; nothing before the first", () => {
    expect(previousProgressOf([first, other, second], 3)).toBe(30);
    expect(previousProgressOf([first, other, second], 1)).toBe(0);
  });

  test("is never that of a replaced line", () => {
    const wrong = { ...first, replaced_by: 4 };
    const right = aHistoryLine({ sequence: 4, place: 1, replaces_sequence: 1, progress: 35 });

    expect(previousProgressOf([wrong, second, right], 3)).toBe(35);
  });

  test("of a replaced line is what it was recorded upon, and so is that of its rettifica", () => {
    const wrong = { ...second, replaced_by: 4 };
    const right = aHistoryLine({
      sequence: 4,
      place: 3,
      replaces_sequence: 3,
      progress: 65,
      effective_on: "2022-05-01",
    });

    expect(previousProgressOf([first, wrong, right], 3)).toBe(30);
    expect(previousProgressOf([first, wrong, right], 4)).toBe(30);
  });
});
