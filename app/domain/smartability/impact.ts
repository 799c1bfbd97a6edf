import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import { isAbove } from "../level/levels.ts";
import { heldOnce, openClaims, type Reckoning } from "./what-if.ts";

/**
 * What an open action would unlock (R8): the ids of the processes whose level would rise. A process is in one list at most, the
 * first that fits.
 *
 * - `alone`: if it alone were completed;
 * - `withOthers`: if all that a confirmed claim waits for were, this action and others;
 * - `proposedOnly`, `proposedWithOthers`: the same if the claims that are only proposed were confirmed.
 */
export type Impact = {
  alone: number[];
  withOthers: number[];
  proposedOnly: number[];
  proposedWithOthers: number[];
};

/**
 * The impact of each action that some claim, proposed or confirmed and not void, waits for (R8), by id. An annualità that was
 * carried over is its new owner's: that action is the one to be done.
 */
export function impacts(processes: readonly ProcessOnDay[]): Map<number, Impact> {
  const found = new Map<number, Impact>();
  for (const process of processes) {
    const confirmed = risesOf(process, { withProposed: false });
    const all = risesOf(process, { withProposed: true });
    for (const action of all.awaited) {
      const impact = impactIn(found, action);
      if (confirmed.alone.has(action)) impact.alone.push(process.id);
      else if (confirmed.together.has(action)) impact.withOthers.push(process.id);
      else if (all.alone.has(action)) impact.proposedOnly.push(process.id);
      else if (all.together.has(action)) impact.proposedWithOthers.push(process.id);
    }
  }
  return found;
}

/** The actions that a process waits for: which ones would raise it alone, which together with all that one claim waits for. */
function risesOf(process: ProcessOnDay, reckoning: Reckoning) {
  const claims = openClaims(process, reckoning);
  const awaited = new Set(claims.flatMap(({ awaits }) => awaits));
  const before = levelUnder(process, heldOnce(new Set(), reckoning));
  const rises = (actions: readonly number[]) =>
    isAbove(levelUnder(process, heldOnce(new Set(actions), reckoning)), before);
  const alone = new Set([...awaited].filter((action) => rises([action])));
  const together = new Set(claims.filter(({ awaits }) => rises(awaits)).flatMap(({ awaits }) => awaits));
  return { awaited, alone, together };
}

function impactIn(found: Map<number, Impact>, action: number): Impact {
  const known = found.get(action);
  if (known) return known;
  const impact: Impact = { alone: [], withOthers: [], proposedOnly: [], proposedWithOthers: [] };
  found.set(action, impact);
  return impact;
}
