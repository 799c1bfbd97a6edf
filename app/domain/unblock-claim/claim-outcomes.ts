import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import type { DecidedClaim } from "./claim-decisions.ts";
import { type ClaimOnDay, holds, isVoid } from "../level/claims-on-day.ts";
import type { Level } from "../level/levels.ts";

/** The level of a process if a claim stood otherwise: today, and once all that the claim names is completed. */
export type ClaimOutcome = { today: Level; whenDone: Level };

/** What a decision on a claim would make of the level of its process (R7), before it is taken; a void claim acts in neither case. */
export function outcomeOf(process: ProcessOnDay, claimId: number, decided: DecidedClaim): ClaimOutcome {
  const isOne = ({ id }: ClaimOnDay) => id === claimId;
  const blockers = process.blockers.map((blocker) => ({
    ...blocker,
    claims: blocker.claims.map((claim) => (isOne(claim) ? { ...claim, ...decided } : claim)),
  }));
  const supposed = { ...process, blockers };
  const wouldHold = (claim: ClaimOnDay) => claim.state === "confirmed" && !isVoid(claim);
  return {
    today: levelUnder(supposed, holds),
    whenDone: levelUnder(supposed, (claim) => (isOne(claim) ? wouldHold(claim) : holds(claim))),
  };
}
