import type { Day } from "../days.ts";
import type { BlockerOnDay, Figure, ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { type ClaimOnDay, holds, mayHold, pendingYears } from "./claims-on-day.ts";
import { type Level, writtenLevel } from "./levels.ts";
import { heldFrom } from "./turns.ts";

/** What would raise a level: claims on each blocker that must give way, and the annualità that they still wait for. */
export type WayUp = {
  to: Level;
  claims: ClaimOnDay[];
  pending: ActionYearState[];
  /** Some of the claims are only proposed: nobody has said yet that they are true. */
  isProposed: boolean;
};

/**
 * Why a level is what it is, as facts (R7). `blocking`: the blockers that keep it from being higher; `lifted`: what claims have taken
 * away or reduced, and since when; `way`: what would raise it, null unless it is unlockable.
 */
export type Explanation = {
  level: Level;
  written: Level;
  figure: Figure | null;
  blocking: BlockerOnDay[];
  lifted: { blocker: BlockerOnDay; claim: ClaimOnDay; from: Day }[];
  way: WayUp | null;
};

export function explanationOf(process: ProcessOnDay): Explanation {
  const { level, written, figure, blockers } = process;
  const standing = blockers.filter(({ state }) => state !== "removed");
  const wholes = standing.filter(({ state, extent }) => state === "open" && extent === "whole");
  return {
    level,
    written: writtenLevel(written),
    figure,
    blocking: level === "no" ? wholes : standing,
    lifted: blockers
      .filter(({ state }) => state !== "open")
      .map((blocker) => {
        const claim = liftingClaim(blocker.claims.filter(holds));
        return { blocker, claim, from: heldFrom(claim) };
      }),
    way:
      figure === "unlockable"
        ? wayUp(process.attainable === "yes" ? standing : wholes, process.attainable)
        : null,
  };
}

/** Of the claims that hold on a blocker the one that does most; of two alike the one that has held for longer. */
function liftingClaim(claims: readonly ClaimOnDay[]): ClaimOnDay {
  return bestClaim([...claims].sort((a, b) => (heldFrom(a) < heldFrom(b) ? -1 : 1)))!;
}

function wayUp(blockers: readonly BlockerOnDay[], to: Level): WayUp {
  const claims = blockers.flatMap(({ claims }) => {
    const chosen = bestClaim(claims.filter((claim) => mayHold(claim) && !holds(claim)));
    return chosen ? [chosen] : [];
  });
  return {
    to,
    claims,
    pending: [...new Set(claims.flatMap(pendingYears))],
    isProposed: claims.some(({ state }) => state === "proposed"),
  };
}

/** Of the claims on a blocker the one that does most; of two alike the confirmed one, then the one that waits for less. */
export function bestClaim(claims: readonly ClaimOnDay[]): ClaimOnDay | undefined {
  return [...claims].sort((a, b) => rank(b) - rank(a) || pendingYears(a).length - pendingYears(b).length)[0];
}

function rank({ effect, state }: ClaimOnDay): number {
  return (effect === "full" ? 2 : 0) + (state === "confirmed" ? 1 : 0);
}
