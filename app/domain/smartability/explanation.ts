import type { Day, Viewpoint } from "../days.ts";
import type { BlockerOnDay, Figure, ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { type ClaimOnDay, holds, mayHold, pendingYears } from "../level/claims-on-day.ts";
import { assumedToHoldOn } from "./forecast.ts";
import { type Level, writtenLevel } from "../level/levels.ts";
import { assumingWay, endOfRunningYear } from "./rise.ts";
import { heldFrom } from "../level/turns.ts";

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

export function explanationOf(process: ProcessOnDay, at: Viewpoint): Explanation {
  const { level, written, figure, blockers } = process;
  const standing = blockers.filter(({ state }) => state !== "removed");
  const wholes = standing.filter(({ state, extent }) => state === "open" && extent === "whole");
  return {
    level,
    written: writtenLevel(written),
    figure,
    blocking: level === "no" ? wholes : standing,
    lifted: liftedOf(process),
    way:
      figure === "unlockable" ? wayUp(process, process.attainable === "yes" ? standing : wholes, at) : null,
  };
}

/** What claims have taken away or reduced of a process, and since when. */
export function liftedOf({ blockers }: ProcessOnDay): Explanation["lifted"] {
  return blockers
    .filter(({ state }) => state !== "open")
    .map((blocker) => {
      const claim = liftingClaim(blocker.claims.filter(holds));
      return { blocker, claim, from: heldFrom(claim) };
    });
}

/** Of the claims that hold on a blocker the one that does most; of two alike the one that has held for longer. */
function liftingClaim(claims: readonly ClaimOnDay[]): ClaimOnDay {
  return bestClaim([...claims].sort((a, b) => (heldFrom(a) < heldFrom(b) ? -1 : 1)))!;
}

function wayUp(process: ProcessOnDay, blockers: readonly BlockerOnDay[], at: Viewpoint): WayUp {
  const to = process.attainable;
  const claims = blockers.flatMap(({ claims }) => nearestClaim(claims.filter(mayRaise), process, at) ?? []);
  return {
    to,
    claims,
    pending: [...new Set(claims.flatMap(pendingYears))],
    isProposed: claims.some(({ state }) => state === "proposed"),
  };

  /** Whatever reduces a whole blocker leaves IN PARTE; SI asks that nothing be left of any. */
  function mayRaise(claim: ClaimOnDay): boolean {
    return mayHold(claim) && !holds(claim) && (to === "in-part" || claim.effect === "full");
  }
}

/** Of claims that all suffice a confirmed one, then that whose work is forecast to be done first (R8), then the one that waits for less. */
function nearestClaim(
  claims: readonly ClaimOnDay[],
  process: ProcessOnDay,
  at: Viewpoint,
): ClaimOnDay | undefined {
  const ranked = claims.map((claim) => {
    const heldOn = (recoveredOn: Day | null) =>
      assumedToHoldOn(claim, process, assumingWay({ claims: [claim] }, at, recoveredOn)) ?? NEVER;
    return {
      claim,
      isProposed: Number(claim.state === "proposed"),
      days: [heldOn(null), heldOn(endOfRunningYear(at))].join(" "),
      waitsFor: pendingYears(claim).length,
    };
  });
  return ranked.sort(
    (a, b) => a.isProposed - b.isProposed || compareTexts(a.days, b.days) || a.waitsFor - b.waitsFor,
  )[0]?.claim;
}

/** After every day. */
const NEVER = "9999-12-31";

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of the claims on a blocker the one that does most; of two alike the confirmed one, then the one that waits for less. */
export function bestClaim(claims: readonly ClaimOnDay[]): ClaimOnDay | undefined {
  return [...claims].sort((a, b) => rank(b) - rank(a) || pendingYears(a).length - pendingYears(b).length)[0];
}

function rank({ effect, state }: ClaimOnDay): number {
  return (effect === "full" ? 2 : 0) + (state === "confirmed" ? 1 : 0);
}
