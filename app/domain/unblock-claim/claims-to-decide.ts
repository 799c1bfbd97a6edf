import { claimsOf, type ProcessOnDay } from "../smartability.ts";
import { type ClaimOnDay, standsOf } from "../level/claims-on-day.ts";

/** A claim in its place. */
export type PlacedClaim = { process: ProcessOnDay; claim: ClaimOnDay };

/**
 * What claims ask of the RTD (R7): those proposed that may still hold, those contested, and the confirmed ones that became void because an
 * annualità was cancelled or withdrawn, or the map had seen it all. What is both proposed and void waits for nobody.
 */
export function claimsToDecide(processes: readonly ProcessOnDay[]) {
  const placed: PlacedClaim[] = processes.flatMap((process) =>
    claimsOf(process).map((claim) => ({ process, claim })),
  );
  return {
    proposed: placed.filter(({ claim }) => standsOf(claim) === "proposed"),
    contested: placed.filter(({ claim }) => standsOf(claim) === "contested"),
    void: placed.filter(({ claim }) => claim.state === "confirmed" && standsOf(claim) === "void"),
  };
}
