import { describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import type { LineFact } from "#app/domain/status/action-years.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { factsOf, processConsequences } from "#app/domain/work-process/process-consequences.ts";
import {
  linesOf,
  mapFacts,
  workFacts,
  type WrittenProcess,
  yearId,
} from "#tests/support/process-examples.ts";
import { aLine } from "#tests/support/examples.ts";

const TODAY = "2023-09-01";
const YEARS = { "4.6.3": [2022, 2023] };

const blocked = (
  code: string,
  claims: NonNullable<WrittenProcess["blockers"]>[number]["claims"],
): WrittenProcess => ({
  code,
  written: "no",
  blockers: [{ kind: "paper_archive", extent: "whole", removability: "digital", claims }],
});

/** Ids 1 to 3: one with a confirmed claim, one with a confirmed partial one, one with a proposed one. */
const MAPS = mapFacts([
  blocked("FVG-PER-001", [{ actions: ["4.6.3"], effect: "full" }]),
  blocked("FVG-PER-002", [{ actions: ["4.6.3"], effect: "partial" }]),
  blocked("FVG-PER-003", [{ actions: ["4.6.3"], effect: "full", state: "proposed" }]),
]);

const NOTHING = { confirmed: 0, proposed: 0 };

function after(to: Status, year: number, lines: LineFact[]) {
  const next = aLine({
    sequence: 99,
    action_year_id: yearId("4.6.3", year),
    to_status: to,
    progress: to === "completed" ? 100 : 0,
    effective_on: TODAY,
  });
  return processConsequences({ maps: MAPS, work: workFacts(YEARS, lines) }, [next], asOfNow(TODAY))[0]!;
}

const half = linesOf(["4.6.3", 2022, "completed", "2022-12-01"]);
const whole = linesOf(["4.6.3", 2022, "completed", "2022-12-01"], ["4.6.3", 2023, "completed", "2023-06-30"]);

describe("what a choice would do to processes", () => {
  test("the first of two annualità completed raises nothing; the last raises those whose claims are confirmed", () => {
    expect(after("completed", 2022, [])).toEqual({
      rising: [],
      falling: [],
      voided: NOTHING,
      restored: NOTHING,
    });
    expect(after("completed", 2023, half)).toEqual({
      rising: [
        { id: 1, from: "no", to: "yes" },
        { id: 2, from: "no", to: "in-part" },
      ],
      falling: [],
      voided: NOTHING,
      restored: NOTHING,
    });
  });

  test("reopening takes them back", () => {
    expect(after("in-progress", 2023, whole).falling).toEqual([
      { id: 1, from: "yes", to: "no" },
      { id: 2, from: "in-part", to: "no" },
    ]);
  });

  test("cancelling makes claims void, and reopening what was cancelled makes them count again", () => {
    const cancelled = [
      ...half,
      ...linesOf(["4.6.3", 2023, "cancelled", "2023-01-15", { sequence: 9, place: 9 }]),
    ];

    expect(after("cancelled", 2023, half)).toMatchObject({
      rising: [],
      voided: { confirmed: 2, proposed: 1 },
    });
    expect(after("in-progress", 2023, cancelled)).toMatchObject({
      voided: NOTHING,
      restored: { confirmed: 2, proposed: 1 },
    });
  });

  test("is the same reckoned on the processes that the action can reach, and no others", () => {
    const facts = factsOf(MAPS, new Set([2]));

    expect(
      [facts.processes, facts.blockers, facts.claims, facts.claimActions].map((rows) => rows.length),
    ).toEqual([1, 1, 1, 1]);
    expect(facts.claims[0]!.id).toBe(2);
  });
});
