import { describe, expect, test } from "vitest";
import {
  CLAIM_DECISIONS,
  decideOnClaim,
  type DecidableClaim,
  offeredDecisions,
} from "#app/domain/unblock-claim/claim-decisions.ts";
import { CLAIM_EFFECTS, CLAIM_STATES } from "#app/domain/level/claims.ts";

function aClaim(varied: Partial<DecidableClaim> = {}): DecidableClaim {
  return { state: "proposed", effect: "full", removability: "digital", ...varied };
}

describe("the RTD decides on a claim", () => {
  test.each([
    ["confirm", "proposed", { state: "confirmed", effect: "full" }],
    ["confirm", "contested", { state: "confirmed", effect: "full" }],
    ["confirm", "rejected", { state: "confirmed", effect: "full" }],
    ["reduce", "proposed", { state: "confirmed", effect: "partial" }],
    ["reduce", "confirmed", { state: "confirmed", effect: "partial" }],
    ["reduce", "contested", { state: "confirmed", effect: "partial" }],
    ["reject", "proposed", { state: "rejected", effect: "full" }],
    ["reject", "confirmed", { state: "rejected", effect: "full" }],
  ] as const)("%s of a %s one", (decision, state, decided) => {
    expect(decideOnClaim(aClaim({ state }), { decision, reason: "verificato con l’ufficio" })).toEqual({
      ok: true,
      decided,
    });
  });

  test("a partial claim stays partial when it is confirmed", () => {
    expect(decideOnClaim(aClaim({ effect: "partial" }), { decision: "confirm", reason: "" })).toEqual({
      ok: true,
      decided: { state: "confirmed", effect: "partial" },
    });
  });

  test("without a reason only a proposal may be confirmed", () => {
    for (const state of CLAIM_STATES)
      for (const decision of offeredDecisions(aClaim({ state })))
        expect([state, decision, decideOnClaim(aClaim({ state }), { decision, reason: "" }).ok]).toEqual([
          state,
          decision,
          state === "proposed" && decision === "confirm",
        ]);
  });
});

describe("what changes nothing is not offered", () => {
  test("confirming a confirmed one, reducing a partial one, rejecting a rejected one", () => {
    expect(offeredDecisions(aClaim({ state: "confirmed" }))).toEqual(["reduce", "reject"]);
    expect(offeredDecisions(aClaim({ effect: "partial" }))).toEqual(["confirm", "reject"]);
    expect(offeredDecisions(aClaim({ state: "rejected" }))).toEqual(["confirm", "reduce"]);
  });

  test("confirming anything on a blocker found to be structural", () => {
    const claim = aClaim({ removability: "structural" });

    expect(offeredDecisions(claim)).toEqual(["reject"]);
    expect(decideOnClaim(claim, { decision: "confirm", reason: "sì" })).toMatchObject({
      reason: "structural",
    });
  });

  test("and what is not offered is refused", () => {
    for (const state of CLAIM_STATES)
      for (const effect of CLAIM_EFFECTS)
        for (const decision of CLAIM_DECISIONS) {
          const claim = aClaim({ state, effect });
          const { ok } = decideOnClaim(claim, { decision, reason: "verificato" });
          expect(ok).toBe(offeredDecisions(claim).includes(decision));
        }
  });
});
