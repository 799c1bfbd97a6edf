import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { legalDeadlinesOf } from "#app/domain/deadline/deadlines.ts";
import { LEGAL_DEADLINES, legalDaysOf, legalDeadlines } from "#app/domain/deadline/legal-deadlines.ts";
import { LEGAL_WORDS } from "#app/deadline-labels.ts";
import { lettersOf, lettersOfDocument } from "#tests/support/objectives.ts";

const NOW = asOfNow("2026-10-15");

describe("the deadlines of the law", () => {
  test("of any year are 31 March, 30 June, 23 September and 31 December", () => {
    expect(legalDaysOf(2027, NOW).map(({ day, name }) => [day, name])).toEqual([
      ["2027-03-31", "accessibility-objectives"],
      ["2027-06-30", "half-year-review"],
      ["2027-09-23", "accessibility-statement"],
      ["2027-12-31", "year-end-review"],
    ]);
  });

  test("of 2021 are also those that document 004 says", () => {
    expect(legalDaysOf(2021, NOW).map(({ day }) => day)).toEqual([
      "2021-02-28",
      "2021-03-31",
      "2021-06-07",
      "2021-06-30",
      "2021-09-23",
      "2021-09-30",
      "2021-12-31",
    ]);
  });

  test("hold the five of document 004, each on its day", () => {
    const days = legalDeadlines().map(({ on }) => (typeof on === "string" ? on : `--${on.monthAndDay}`));

    expect(days).toEqual(
      expect.arrayContaining(["2021-02-28", "2021-06-07", "2021-09-30", "--03-31", "2020-09-23"]),
    );
  });

  test("quote document 004 as it writes", () => {
    const document = lettersOfDocument("004-ptd-2021-2023.txt");
    const quoted = LEGAL_DEADLINES.flatMap((name) =>
      [...(LEGAL_WORDS[name].asWritten ?? "").matchAll(/«([^»]+)»/g)].flatMap(([, words]) =>
        words!.split("…"),
      ),
    );

    expect(quoted.length).toBeGreaterThanOrEqual(5);
    expect(quoted.filter((words) => !document.includes(lettersOf(words)))).toEqual([]);
  });

  test("of 2020 are the one that was met, and nothing of the years of no plan", () => {
    expect(legalDeadlinesOf(2020, NOW).map(({ day, standing }) => [day, standing])).toEqual([
      ["2020-09-23", "done"],
    ]);
  });

  test("say when they were last verified, and how", () => {
    for (const { verified } of legalDeadlines()) {
      expect(verified.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(["text", "second-hand", "own-choice"]).toContain(verified.how);
    }
  });
});

describe("a deadline of the law that is behind us", () => {
  test("is over, and never late: whether it was met is recorded nowhere", () => {
    const [first] = legalDeadlinesOf(2026, NOW);

    expect(first).toMatchObject({
      day: "2026-03-31",
      standing: "unknown",
      isLate: false,
      legal: { isOver: true },
    });
  });

  test("is over at the end of its day, not in the course of it", () => {
    const isOver = (at: typeof NOW) => legalDaysOf(2026, at)[2]!.isOver;

    expect([isOver(asOfNow("2026-09-23")), isOver(asOf("2026-09-23"))]).toEqual([false, true]);
  });

  test("is not even over where it only holds from a day on", () => {
    const own = legalDaysOf(2021, NOW).find(({ name }) => name === "own-credentials-end");

    expect(own).toMatchObject({ form: "from", isOver: false });
  });
});
