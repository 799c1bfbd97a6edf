import type { Viewpoint } from "../days.ts";
import { claimsOf, type MapFacts, type ProcessOnDay, smartabilityAt } from "../smartability.ts";
import type { LineFact } from "../status/action-years.ts";
import { workAt, type WorkFacts } from "../level/claimed-work.ts";
import { type ClaimOnDay, isVoid } from "../level/claims-on-day.ts";
import { isAbove, type Level } from "../level/levels.ts";
import { turnsBetween } from "../level/turns.ts";

/** A process whose level a line would alter. */
export type Moved = { id: number; from: Level; to: Level };

/** How many claims, of those that might act. */
export type Counted = { confirmed: number; proposed: number };

/**
 * What a line of history would do to the processes that it can reach, before anyone records it (R7): which would rise, which would
 * fall, and how many claims would become void, or cease to be.
 */
export type ProcessConsequence = { rising: Moved[]; falling: Moved[]; voided: Counted; restored: Counted };

/** The facts of some processes, and no others. */
export function factsOf(facts: MapFacts, processIds: ReadonlySet<number>): MapFacts {
  const blockers = facts.blockers.filter(({ work_process_id }) => processIds.has(work_process_id));
  const ids = new Set(blockers.map(({ id }) => id));
  const claims = facts.claims.filter(({ blocker_id }) => ids.has(blocker_id));
  const claimIds = new Set(claims.map(({ id }) => id));
  return {
    processes: facts.processes.filter(({ id }) => processIds.has(id)),
    blockers,
    claims,
    claimActions: facts.claimActions.filter(({ unblock_claim_id }) => claimIds.has(unblock_claim_id)),
    claimYears: facts.claimYears.filter(({ unblock_claim_id }) => claimIds.has(unblock_claim_id)),
  };
}

/**
 * What each of some lines would do, each by itself, by the rule that will record the turns of it afterwards (R7).
 *
 *     processConsequences({ maps, work }, [completing4_6_3Of2023], at)
 *     // [{ rising: [{ id: 12, from: "no", to: "yes" }, …], falling: [], … }]
 */
export function processConsequences(
  { maps, work }: { maps: MapFacts; work: WorkFacts },
  lines: readonly LineFact[],
  at: Viewpoint,
): ProcessConsequence[] {
  const before = smartabilityAt(maps, workAt(work, at));
  return lines.map((line) => {
    const after = smartabilityAt(maps, workAt({ ...work, lines: [...work.lines, line] }, at));
    const moved = turnsBetween(before, after, at.day).map(({ workProcessId, from, to }) => ({
      id: workProcessId,
      from,
      to,
    }));
    return {
      rising: moved.filter(({ from, to }) => isAbove(to, from)),
      falling: moved.filter(({ from, to }) => isAbove(from, to)),
      voided: countedBetween(before, after),
      restored: countedBetween(after, before),
    };
  });
}

/** The claims proposed or confirmed that are void in the second and were not in the first. */
function countedBetween(first: readonly ProcessOnDay[], second: readonly ProcessOnDay[]): Counted {
  const were = new Set(
    first
      .flatMap(claimsOf)
      .filter(isVoid)
      .map(({ id }) => id),
  );
  const are = second.flatMap(claimsOf).filter((claim) => isVoid(claim) && !were.has(claim.id));
  const count = (state: ClaimOnDay["state"]) => are.filter((claim) => claim.state === state).length;
  return { confirmed: count("confirmed"), proposed: count("proposed") };
}
