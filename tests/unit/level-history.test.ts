import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import type { MapFacts } from "#app/domain/smartability.ts";
import { levelHistory } from "#app/domain/level/level-history.ts";
import {
  aMunicipality,
  linesOf,
  mapFacts,
  OBSERVED,
  onDay,
  workFacts,
  type WrittenProcess,
} from "#tests/support/process-examples.ts";

const PROCESS: WrittenProcess = {
  code: "FVG-TEC-088",
  written: "no",
  blockers: [
    {
      ...{ kind: "paper_archive", extent: "whole", removability: "digital" },
      claims: [{ actions: ["4.6.3"], effect: "full" }],
    },
  ],
};
const WRITTEN_NO = { day: OBSERVED, from: null, level: "no" } as const;
const NOTHING = { began: [], ceased: [], blockersAdded: [], blockersRetired: [], blockersChanged: [] };
const WORK = workFacts({ "4.6.3": [2022, 2023] });

/** What became of the work after the adoption: both years completed, and one of them reopened in 2024. */
const REOPENED = {
  ...WORK,
  lines: linesOf(
    ["4.6.3", 2022, "completed", "2022-11-30"],
    ["4.6.3", 2023, "completed", "2023-10-15"],
    ["4.6.3", 2023, "in-progress", "2024-03-01"],
  ),
};

describe("the levels of a process over the days", () => {
  test("begin with that of its map, and change on the days on which claims begin and cease to hold", () => {
    expect(levelHistory(1, { facts: mapFacts([PROCESS]), work: REOPENED }, "2024-12-31")).toEqual([
      { ...NOTHING, ...WRITTEN_NO },
      { ...NOTHING, day: "2023-10-15", from: "no", level: "yes", began: [1] },
      { ...NOTHING, day: "2024-03-01", from: "yes", level: "no", ceased: [1] },
    ]);
  });

  test("stop at the day asked for", () => {
    const until = (day: string) =>
      levelHistory(1, { facts: mapFacts([PROCESS]), work: REOPENED }, day).map(({ level }) => level);

    expect(until("2023-10-14")).toEqual(["no"]);
    expect(until("2023-10-15")).toEqual(["no", "yes"]);
    expect(until("2020-12-30")).toEqual([]);
  });

  test("change with blockers added, found to be otherwise and retired, and end where the process does", () => {
    const facts = mapFacts([PROCESS]);
    const [archive] = facts.blockers;
    const counter = { ...archive!, id: 2, ordinal: 2, extent: "part" as const };
    const lived: MapFacts = {
      ...facts,
      processes: facts.processes.map((row) => ({ ...row, held_until_on: "2022-12-01" })),
      blockers: [
        { ...archive!, held_until_on: "2021-06-01" },
        { ...archive!, extent: "part", held_from_on: "2021-06-01", held_until_on: "2021-09-01" },
        { ...counter, held_from_on: "2022-02-01", held_until_on: null },
      ],
    };

    expect(levelHistory(1, { facts: lived, work: WORK }, "2024-12-31")).toEqual([
      { ...NOTHING, ...WRITTEN_NO },
      { ...NOTHING, day: "2021-06-01", from: "no", level: "in-part", blockersChanged: [1] },
      { ...NOTHING, day: "2021-09-01", from: "in-part", level: "yes", blockersRetired: [1] },
      { ...NOTHING, day: "2022-02-01", from: "yes", level: "in-part", blockersAdded: [2] },
      { ...NOTHING, day: "2022-12-01", from: "in-part", level: null },
    ]);
  });

  test("fall back when a year is added to the action of a claim that asks for all of them", () => {
    const added = { id: 4632024, plan_action_id: 463, year: 2024 };
    const work = {
      actionYears: [...WORK.actionYears, added],
      lives: [
        ...WORK.lives,
        { action_year_id: added.id, due_on: null, held_from_on: "2024-02-01", held_until_on: null },
      ],
      lines: REOPENED.lines.slice(0, 2),
    };

    expect(levelHistory(1, { facts: mapFacts([PROCESS]), work }, "2024-12-31").at(-1)).toEqual({
      ...NOTHING,
      ...{ day: "2024-02-01", from: "yes", level: "no", ceased: [1] },
    });
  });
});

test("whatever happened, the last change by a day says the level of that day", () => {
  fc.assert(
    fc.property(aMunicipality, ({ facts, work, day }) => {
      const today = new Map(onDay({ facts, work }, asOf(day)).map(({ id, level }) => [id, level]));
      for (const { id } of facts.processes) {
        const history = levelHistory(id, { facts, work }, day);
        expect(history.at(-1)?.level ?? null).toBe(today.get(id) ?? null);
        for (const [place, { from }] of history.entries())
          expect(from).toBe(history[place - 1]?.level ?? null);
      }
    }),
    { numRuns: 200 },
  );
});
