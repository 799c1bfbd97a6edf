import { type Day, laterOf } from "../days.ts";
import { claimsOf, type ProcessOnDay } from "../smartability.ts";
import { type ClaimOnDay, holds } from "./claims-on-day.ts";
import type { Level } from "./levels.ts";

/**
 * What a write altered in a process (R7): its level before and after, the day from which it is so, and the claims that began, or
 * ceased, to hold.
 */
export type Turn = { workProcessId: number; from: Level; to: Level; effectiveOn: Day; claims: number[] };

/**
 * The processes whose level is another after a write than before it. `causedOn`: the day from which the write has effect; a claim
 * holds from the later of the last completion and its confirmation. A process that the write added or retired has not turned.
 */
export function turnsBetween(
  before: readonly ProcessOnDay[],
  after: readonly ProcessOnDay[],
  causedOn: Day,
): Turn[] {
  const levels = new Map(before.map((process) => [process.id, process]));
  return after.flatMap((process) => {
    const was = levels.get(process.id);
    if (was === undefined || was.level === process.level) return [];
    const [held, holding] = [heldClaims(was), heldClaims(process)];
    const began = [...holding.values()].filter(({ id }) => !held.has(id));
    const ceased = [...held.keys()].filter((id) => !holding.has(id));
    return [
      {
        workProcessId: process.id,
        from: was.level,
        to: process.level,
        effectiveOn: began.length === 0 ? causedOn : began.map(heldFrom).reduce(laterOf),
        claims: [...began.map(({ id }) => id), ...ceased].sort((a, b) => a - b),
      },
    ];
  });
}

/** The day from which a claim that holds does (R7). */
export function heldFrom({ doneOn, since }: ClaimOnDay): Day {
  return laterOf(doneOn!, since);
}

/** The claims that hold on a process (R7), by id. */
export function heldClaims(process: ProcessOnDay): Map<number, ClaimOnDay> {
  const claims = claimsOf(process).filter(holds);
  return new Map(claims.map((claim) => [claim.id, claim]));
}
