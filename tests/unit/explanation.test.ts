import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { explanationOf } from "#app/domain/smartability/explanation.ts";
import {
  linesOf,
  mapFacts,
  onDay,
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
  return explanationOf(
    theProcess(mapFacts([process]), workFacts(YEARS, LINES), "2024-01-31"),
    asOf("2024-01-31"),
  );
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

describe("what would raise a level", () => {
  const AT = asOfNow("2026-03-01");
  const WORK = workFacts({ "4.6.1": [2026], "4.6.3": [2027], "4.10.3": [2028], "4.4.1": [2024] });
  const PART = { kind: "political_presence", extent: "part", removability: "digital" } as const;

  /** NO for a paper archive and in part for something that no action touches: it can come to IN PARTE, unless that is left out. */
  function wayOf(claims: WrittenClaim[], others: NonNullable<WrittenProcess["blockers"]> = [PART]) {
    const archive = { kind: "paper_archive", extent: "whole", removability: "digital", claims } as const;
    const process: WrittenProcess = { code: "FVG-RAG-027", written: "no", blockers: [archive, ...others] };
    return explanationOf(onDay({ facts: mapFacts([process]), work: WORK }, AT)[0]!, AT);
  }

  test("to IN PARTE is a confirmed claim that reduces, before a proposed one that takes away", () => {
    const { way, blocking } = wayOf([
      { actions: ["4.10.3"], effect: "full", state: "proposed" },
      { actions: ["4.6.1"], effect: "partial" },
    ]);

    expect(way).toMatchObject({ to: "in-part", isProposed: false, claims: [{ id: 2 }] });
    expect(way!.pending).toMatchObject([{ year: 2026, planActionId: 461 }]);
    expect(blocking).toMatchObject([{ kind: "paper_archive" }]);
  });

  test("is a confirmed claim, though a proposed one would come first", () => {
    const soon: WrittenClaim = { actions: ["4.6.1"], effect: "full", state: "proposed" };

    expect(wayOf([soon, { actions: ["4.10.3"], effect: "full" }]).way!.claims).toMatchObject([{ id: 2 }]);
  });

  test("to SI is a claim that takes away, though another that reduces is confirmed", () => {
    const claims: WrittenClaim[] = [
      { actions: ["4.6.1"], effect: "partial" },
      { actions: ["4.10.3"], effect: "full", state: "proposed" },
    ];

    expect(wayOf(claims, []).way).toMatchObject({ to: "yes", isProposed: true, claims: [{ id: 2 }] });
  });

  test("of two alike is the one that is forecast first, late work last, whichever was made first", () => {
    const [late, later, soon] = ["4.4.1", "4.10.3", "4.6.3"].map((action): WrittenClaim => ({
      actions: [action],
      effect: "full",
    }));

    expect(wayOf([late!, later!, soon!]).way!.pending).toMatchObject([{ year: 2027 }]);
    expect(wayOf([soon!, later!, late!]).way!.pending).toMatchObject([{ year: 2027 }]);
    expect(wayOf([late!]).way!.pending).toMatchObject([{ year: 2024 }]);
  });

  test("of two that come on one day is the one that waits for less", () => {
    const both: WrittenClaim = { actions: ["4.6.1", "4.10.3"], effect: "full" };

    expect(wayOf([both, { actions: ["4.10.3"], effect: "partial" }]).way!.claims).toMatchObject([{ id: 2 }]);
  });

  test("names a claim for each blocker in the way, and is proposed when any of them is", () => {
    const byHand: WrittenClaim = { actions: ["4.6.3"], effect: "full", state: "proposed" };
    const presence = { ...PART, claims: [byHand] };
    const { way } = wayOf([{ actions: ["4.6.1"], effect: "full" }], [presence]);

    expect(way).toMatchObject({ to: "yes", isProposed: true, claims: [{ id: 1 }, { id: 2 }] });
  });

  test("is nothing where a structural blocker keeps it; what blocks is then all that stands", () => {
    const structural = { ...PART, extent: "whole", removability: "structural" } as const;
    const { way, blocking } = wayOf([{ actions: ["4.6.1"], effect: "full" }], [structural]);

    expect(way).toBeNull();
    expect(blocking.map(({ kind }) => kind)).toEqual(["paper_archive", "political_presence"]);
  });
});
