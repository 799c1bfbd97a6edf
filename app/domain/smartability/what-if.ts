import { claimsOf, levelUnder, type ProcessOnDay } from "../smartability.ts";
import { type ClaimOnDay, isVoid } from "../level/claims-on-day.ts";
import type { Level } from "../level/levels.ts";

/** Which claims are reckoned with: the confirmed ones, or those proposed as well (R8: shown apart, never summed). */
export type Reckoning = { withProposed: boolean };

/**
 * The level of each process if some actions were completed (R8), by id: each claim reckoned with that waits for nothing else is
 * taken to hold. Without actions and without proposed claims it is today's.
 */
export function ifCompleted(
  processes: readonly ProcessOnDay[],
  actionIds: Iterable<number>,
  reckoning: Reckoning,
): Map<number, Level> {
  const taken = heldOnce(new Set(actionIds), reckoning);
  return new Map(processes.map((process) => [process.id, levelUnder(process, taken)]));
}

/** Which claims hold once some actions are completed, for `levelUnder`. */
export function heldOnce(
  completed: ReadonlySet<number>,
  reckoning: Reckoning,
): (claim: ClaimOnDay) => boolean {
  return (claim) => isReckoned(claim, reckoning) && claim.awaits.every((action) => completed.has(action));
}

export function isReckoned(claim: ClaimOnDay, { withProposed }: Reckoning): boolean {
  const acts = claim.state === "confirmed" || (withProposed && claim.state === "proposed");
  return acts && !isVoid(claim);
}

/** The claims on a process that are reckoned with and still wait for something. */
export function openClaims(process: ProcessOnDay, reckoning: Reckoning): ClaimOnDay[] {
  return claimsOf(process).filter((claim) => claim.awaits.length > 0 && isReckoned(claim, reckoning));
}
