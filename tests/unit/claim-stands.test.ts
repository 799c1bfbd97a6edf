import { describe, expect, test } from "vitest";
import { asideWords } from "#app/claim-sentences.ts";
import { asOfNow } from "#app/domain/days.ts";
import { actionName, readActionName } from "#app/domain/plan/action-names.ts";
import { type ClaimOnDay, type ClaimStanding, standsOf } from "#app/domain/level/claims-on-day.ts";
import { CLAIM_STATES, type ClaimState } from "#app/domain/level/claims.ts";
import { sentenceText } from "#app/sentence-parts.ts";

const KNOWN = { actions: new Map([[463, { plan: "2021-2023", code: "4.6.3" }]]), at: asOfNow("2026-10-15") };

function aClaim(state: ClaimState, standing: ClaimStanding): ClaimOnDay {
  return {
    ...{ id: 1, blockerId: 1, state, effect: "full", since: "2026-03-12", standing, awaits: [] },
    doneOn: standing === "seen-by-the-map" ? "2020-11-30" : null,
    needs: [{ planActionId: 463, years: [], missing: [], isPlanned: true }],
  };
}

describe("a claim stands in one way alone", () => {
  test("in its state, while its work goes on or is done", () => {
    expect(CLAIM_STATES.map((state) => standsOf(aClaim(state, "open")))).toEqual(CLAIM_STATES);
    expect(CLAIM_STATES.map((state) => standsOf(aClaim(state, "done")))).toEqual(CLAIM_STATES);
  });

  test.each(["cancelled", "seen-by-the-map"] as const)("void only where it might act: %s", (standing) => {
    expect(CLAIM_STATES.map((state) => standsOf(aClaim(state, standing)))).toEqual([
      "void",
      "void",
      "contested",
      "rejected",
    ]);
  });
});

test("why a claim does not act is said of those contested or void, by where it stands", () => {
  const said = (state: ClaimState, standing: ClaimStanding) => {
    const parts = asideWords(aClaim(state, standing), KNOWN);
    return parts && sentenceText(parts);
  };

  expect(said("confirmed", "seen-by-the-map")).toBe(
    "decaduto: era completata già il 30/11/2020 e la mappa ne ha tenuto conto",
  );
  expect(said("contested", "cancelled")).toBe(
    "contestato dal 12/03/2026: non vale finché il RTD non risponde",
  );
  expect([said("rejected", "cancelled"), said("confirmed", "done"), said("proposed", "open")]).toEqual([
    null,
    null,
    null,
  ]);
});

test("the name of an action is read as it is written", () => {
  expect(readActionName(actionName({ plan: "2021-2023", code: "4.6.3" }))).toEqual({
    plan: "2021-2023",
    code: "4.6.3",
  });
  expect(["", "4.6.3", "2021-2023/", "/4.6.3", "a/b/c"].map(readActionName)).toEqual(
    Array(5).fill(undefined),
  );
});
