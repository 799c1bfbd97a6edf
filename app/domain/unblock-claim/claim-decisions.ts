import type { Removability } from "../level/blockers.ts";
import type { ClaimEffect, ClaimState } from "../level/claims.ts";

/** What the RTD says of a claim (R7): it is true, true in part only, or not. */
export const CLAIM_DECISIONS = ["confirm", "reduce", "reject"] as const;
export type ClaimDecision = (typeof CLAIM_DECISIONS)[number];

export type ClaimRefusal = "not-offered" | "structural" | "reason-required";

/** A claim as it stands, on the blocker that it is made on. */
export type DecidableClaim = { state: ClaimState; effect: ClaimEffect; removability: Removability };

export type DecidedClaim = { state: ClaimState; effect: ClaimEffect };

/**
 * The decisions that a claim leaves open: a confirmed one is not confirmed again, a partial one not reduced, a rejected one not
 * rejected; one that was rejected by mistake is confirmed. On a blocker found to be structural since, nothing is confirmed.
 */
export function offeredDecisions({ state, effect, removability }: DecidableClaim): ClaimDecision[] {
  const isOffered: Record<ClaimDecision, boolean> = {
    confirm: state !== "confirmed" && removability !== "structural",
    reduce: effect === "full" && removability !== "structural",
    reject: state !== "rejected",
  };
  return CLAIM_DECISIONS.filter((decision) => isOffered[decision]);
}

/** Why must be said, unless a proposal is confirmed as it stands: whoever proposed it has said why. */
export function needsReason({ state }: Pick<DecidableClaim, "state">, decision: ClaimDecision): boolean {
  return !(decision === "confirm" && state === "proposed");
}

/**
 * Decides what becomes of a claim from today (R7).
 *
 *     decideOnClaim({ state: "contested", effect: "full", removability: "digital" }, { decision: "reduce", reason: "…" })
 *     // { ok: true, decided: { state: "confirmed", effect: "partial" } }
 */
export function decideOnClaim(
  claim: DecidableClaim,
  { decision, reason }: { decision: ClaimDecision; reason: string },
): { ok: true; decided: DecidedClaim } | { ok: false; field: "decision" | "reason"; reason: ClaimRefusal } {
  if (!offeredDecisions(claim).includes(decision)) {
    const isStructural = decision !== "reject" && claim.removability === "structural";
    return { ok: false, field: "decision", reason: isStructural ? "structural" : "not-offered" };
  }
  if (reason === "" && needsReason(claim, decision))
    return { ok: false, field: "reason", reason: "reason-required" };
  return { ok: true, decided: afterDecision(claim, decision) };
}

/** What a decision makes of a claim. */
export function afterDecision(
  { effect }: Pick<DecidableClaim, "effect">,
  decision: ClaimDecision,
): DecidedClaim {
  if (decision === "reject") return { state: "rejected", effect };
  return { state: "confirmed", effect: decision === "reduce" ? "partial" : effect };
}
