import { describe, expect, test } from "vitest";
import { explanationOf } from "#app/domain/work-process/explanation.ts";
import {
  linesOf,
  mapFacts,
  theProcess,
  workFacts,
  type WrittenClaim,
  type WrittenProcess,
} from "#tests/support/process-examples.ts";

const YEARS = { "4.6.1": [2021], "4.6.3": [2022] };
const LINES = linesOf(["4.6.1", 2021, "completed", "2021-10-01"], ["4.6.3", 2022, "completed", "2022-11-15"]);

function explained(blocker: Partial<NonNullable<WrittenProcess["blockers"]>[number]>) {
  const process: WrittenProcess = {
    code: "FVG-RAG-027",
    written: "no",
    blockers: [{ kind: "paper_archive", extent: "whole", removability: "digital", claims: [], ...blocker }],
  };
  return explanationOf(theProcess(mapFacts([process]), workFacts(YEARS, LINES), "2024-01-31"));
}

describe("what has lifted a blocker", () => {
  const early: WrittenClaim = { actions: ["4.6.1"], effect: "full" };
  const late: WrittenClaim = { actions: ["4.6.3"], effect: "full" };

  test.each([
    ["first", [early, late]],
    ["last", [late, early]],
  ])("is, of two claims that do as much, the one that held first, also where it was made %s", (_, claims) => {
    expect(explained({ claims })).toMatchObject({ level: "yes", lifted: [{ from: "2021-10-01" }] });
  });

  test("is the claim that does more, from its own day, where a lesser one held before", () => {
    const claims = [{ ...early, effect: "partial" as const }, late];

    expect(explained({ claims }).lifted).toMatchObject([{ claim: { effect: "full" }, from: "2022-11-15" }]);
  });

  test("is nothing where the blocker was found to be structural: it stands as before", () => {
    expect(explained({ removability: "structural", claims: [early] })).toMatchObject({
      level: "no",
      lifted: [],
    });
  });
});
