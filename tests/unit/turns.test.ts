import { describe, expect, test } from "vitest";
import { turnsBetween } from "#app/domain/level/turns.ts";
import {
  linesOf,
  mapFacts,
  theProcess,
  workFacts,
  type WrittenClaim,
} from "#tests/support/process-examples.ts";

const BY_463: WrittenClaim = { actions: ["4.6.3"], effect: "full", since: "2022-01-10" };
const DONE = linesOf(["4.6.3", 2022, "completed", "2022-11-15"]);
const REOPENED = linesOf(
  ["4.6.3", 2022, "completed", "2022-11-15"],
  ["4.6.3", 2022, "in-progress", "2023-02-01"],
);

/** A process that is NO for a paper archive, with some claims and some lines, at the end of 2023. */
function given(claims: WrittenClaim[], lines: ReturnType<typeof linesOf> = []) {
  const blocker = { kind: "paper_archive", extent: "whole", removability: "digital", claims } as const;
  const facts = mapFacts([{ code: "FVG-RAG-027", written: "no", blockers: [blocker] }]);
  return theProcess(facts, workFacts({ "4.6.3": [2022], "4.4.1": [2021] }, lines), "2023-12-31");
}

describe("a turn", () => {
  test("is of a process that rises: from the last completion, by the claim that begins to hold", () => {
    expect(turnsBetween([given([BY_463])], [given([BY_463], DONE)], "2022-11-15")).toEqual([
      { workProcessId: 1, from: "no", to: "yes", effectiveOn: "2022-11-15", claims: [1] },
    ]);
  });

  test("begins with the confirmation, where that came after the last completion", () => {
    const proposed = given([{ ...BY_463, state: "proposed" }], DONE);
    const confirmed = given([{ ...BY_463, since: "2023-03-01" }], DONE);

    expect(turnsBetween([proposed], [confirmed], "2023-03-01")).toMatchObject([
      { effectiveOn: "2023-03-01", claims: [1] },
    ]);
  });

  test("is of a process that falls: from the day of what was written, by the claim that holds no longer", () => {
    expect(turnsBetween([given([BY_463], DONE)], [given([BY_463], REOPENED)], "2023-02-01")).toEqual([
      { workProcessId: 1, from: "yes", to: "no", effectiveOn: "2023-02-01", claims: [1] },
    ]);
  });

  test("names both what ceased to hold and what began to, in order", () => {
    const byBoth: WrittenClaim[] = [BY_463, { actions: ["4.4.1"], effect: "partial" }];
    const other = linesOf(["4.4.1", 2021, "completed", "2023-05-01"]);

    expect(turnsBetween([given(byBoth, DONE)], [given(byBoth, other)], "2023-04-01")).toEqual([
      { workProcessId: 1, from: "yes", to: "in-part", effectiveOn: "2023-05-01", claims: [1, 2] },
    ]);
  });

  test("is none where the level stays, though other claims hold", () => {
    const again: WrittenClaim = { actions: ["4.4.1"], effect: "full" };
    const more = [...DONE, ...linesOf(["4.4.1", 2021, "completed", "2023-05-01"])];

    expect(
      turnsBetween([given([BY_463, again], DONE)], [given([BY_463, again], more)], "2023-05-01"),
    ).toEqual([]);
  });

  test("is none of a process that was added, nor of one that was retired", () => {
    expect(turnsBetween([], [given([BY_463], DONE)], "2022-11-15")).toEqual([]);
    expect(turnsBetween([given([BY_463], DONE)], [], "2022-11-15")).toEqual([]);
  });
});
