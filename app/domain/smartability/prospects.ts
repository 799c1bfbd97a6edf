import { type BlockerOnDay, blockerUnder, levelUnder, type ProcessOnDay } from "../smartability.ts";
import type { ClaimOnDay } from "../level/claims-on-day.ts";
import { isAbove, type Level } from "../level/levels.ts";
import { heldOnce, isReckoned, openClaims, type Reckoning } from "./what-if.ts";

/**
 * Where a process stands once some actions are completed, and what would raise it: `raisedBy`, the actions that would by
 * themselves; `lacks`, those that the shortest claim on each blocker in the way waits for, undefined when it can rise no more.
 */
export type Prospect = { level: Level; raisedBy: number[]; lacks: number[] | undefined };

export function prospectOf(
  process: ProcessOnDay,
  completed: ReadonlySet<number>,
  reckoning: Reckoning,
): Prospect {
  const taken = heldOnce(completed, reckoning);
  const level = levelUnder(process, taken);
  const awaited = new Set(openClaims(process, reckoning).flatMap(({ awaits }) => awaits));
  const left = [...awaited].filter((action) => !completed.has(action));
  return {
    level,
    raisedBy: left.filter((action) =>
      isAbove(levelUnder(process, heldOnce(new Set([...completed, action]), reckoning)), level),
    ),
    lacks: lackedBy(inTheWay(process, level, taken), level, completed, reckoning),
  };
}

/** The blockers that keep a process from the level above: from NO, the whole ones still open; from IN PARTE, whatever is not removed. */
function inTheWay({ blockers }: ProcessOnDay, level: Level, taken: (claim: ClaimOnDay) => boolean) {
  if (level === "no")
    return blockers.filter(
      (blocker) => blocker.extent === "whole" && blockerUnder(blocker, taken) === "open",
    );
  return level === "in-part" ? blockers.filter((blocker) => blockerUnder(blocker, taken) !== "removed") : [];
}

function lackedBy(
  blockers: readonly BlockerOnDay[],
  level: Level,
  completed: ReadonlySet<number>,
  reckoning: Reckoning,
): number[] | undefined {
  const lacked = new Set<number>();
  for (const { removability, claims } of blockers) {
    if (removability === "structural") return undefined;
    const useful = claims.filter(
      (claim) => isReckoned(claim, reckoning) && (level === "no" || claim.effect === "full"),
    );
    const [shortest] = useful
      .map(({ awaits }) => awaits.filter((action) => !completed.has(action)))
      .sort((a, b) => a.length - b.length);
    if (shortest === undefined) return undefined;
    for (const action of shortest) lacked.add(action);
  }
  return lacked.size === 0 ? undefined : [...lacked];
}
