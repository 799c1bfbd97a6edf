import { describe, expect, test } from "vitest";
import {
  decideProposal,
  type TypedProposal,
  type ProposalContext,
} from "#app/domain/unblock-claim/claim-proposals.ts";

/** Plan 1: actions 63, 102 and 36, with annualità 632 and 633 of the first; plan 2 continues 102 and has 99 of its own; 7 is in a draft. */
const ACTIONS = [
  { id: 63, planId: 1, continuesId: null, isAdopted: true, yearIds: [632, 633] },
  { id: 102, planId: 1, continuesId: null, isAdopted: true, yearIds: [] },
  { id: 36, planId: 1, continuesId: null, isAdopted: true, yearIds: [] },
  { id: 2102, planId: 2, continuesId: 102, isAdopted: true, yearIds: [] },
  { id: 3102, planId: 3, continuesId: 2102, isAdopted: true, yearIds: [] },
  { id: 99, planId: 2, continuesId: null, isAdopted: true, yearIds: [] },
  { id: 7, planId: 4, continuesId: 63, isAdopted: false, yearIds: [] },
];

function aContext(varied: Partial<ProposalContext> = {}): ProposalContext {
  return { removability: "digital", actions: ACTIONS, claims: [], ...varied };
}

function aProposal(
  actions: (number | [number, number[]])[],
  varied: Partial<TypedProposal> = {},
): TypedProposal {
  const named = actions.map((one) => (typeof one === "number" ? [one, []] : one) as [number, number[]]);
  return {
    actions: named.map(([planActionId, yearIds]) => ({ planActionId, yearIds })),
    effect: "full",
    confidence: null,
    rationale: "i fascicoli sono digitali",
    ...varied,
  };
}

describe("a claim may be made", () => {
  test("on one action, whole or narrowed to annualità that stand, and on several of one plan", () => {
    for (const actions of [[63], [[63, [632]]], [63, 102, 36]] as Parameters<typeof aProposal>[0][])
      expect(decideProposal(aProposal(actions), aContext())).toMatchObject({ ok: true });
  });

  test("on actions of several plans that go on from one another, however many plans away", () => {
    expect(decideProposal(aProposal([63, 2102]), aContext())).toMatchObject({ ok: true });
    expect(decideProposal(aProposal([63, 3102]), aContext())).toMatchObject({ ok: true });
    expect(decideProposal(aProposal([102, 99]), aContext())).toMatchObject({ ok: true });
  });

  test("on actions claimed already in another way, or in a claim that was rejected", () => {
    const claims = [
      { id: 1, state: "proposed" as const, actions: aProposal([63, 102]).actions },
      { id: 2, state: "confirmed" as const, actions: aProposal([[63, [632]]]).actions },
      { id: 3, state: "rejected" as const, actions: aProposal([63]).actions },
    ];

    expect(decideProposal(aProposal([63]), aContext({ claims }))).toMatchObject({ ok: true });
  });
});

describe("a claim is refused", () => {
  test("on a structural blocker, whatever it says", () => {
    expect(decideProposal(aProposal([]), aContext({ removability: "structural" }))).toEqual({
      ok: false,
      refusals: [{ field: "blocker", reason: "structural" }],
    });
  });

  test("without actions", () => {
    expect(decideProposal(aProposal([]), aContext())).toMatchObject({
      refusals: [{ reason: "without-actions" }],
    });
  });

  test("on an action of another plan that does not continue one of this", () => {
    expect(decideProposal(aProposal([63, 99]), aContext())).toEqual({
      ok: false,
      refusals: [{ field: "actions", reason: "another-plan" }],
    });
  });

  test.each([
    ["unknown", [63, 8]],
    ["not-adopted", [63, 7]],
    ["named-twice", [63, 63]],
    ["year-not-standing", [102, [63, [634]]]],
  ])("on an action that is %s, and it says which", (reason, actions) => {
    expect(decideProposal(aProposal(actions as (number | [number, number[]])[]), aContext())).toEqual({
      ok: false,
      refusals: [{ field: "actions", at: 1, reason }],
    });
  });

  test.each(["proposed", "confirmed", "contested"] as const)(
    "twice the same, also in another order, while the first is %s",
    (state) => {
      const claims = [{ id: 5, state, actions: aProposal([102, [63, [633, 632]]]).actions }];

      expect(decideProposal(aProposal([[63, [632, 633]], 102]), aContext({ claims }))).toMatchObject({
        refusals: [{ reason: "twice-the-same", claim: 5 }],
      });
    },
  );

  test("without saying what it does to the blocker, or why: all that is missing is said at once", () => {
    expect(decideProposal(aProposal([], { effect: null, rationale: "" }), aContext())).toEqual({
      ok: false,
      refusals: [
        { field: "actions", reason: "without-actions" },
        { field: "effect", reason: "effect-required" },
        { field: "rationale", reason: "rationale-required" },
      ],
    });
  });
});
