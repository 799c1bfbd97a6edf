import { type Day, laterOf } from "../days.ts";
import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import { type ClaimOnDay, holds } from "./claims-on-day.ts";
import { isAbove, type Level } from "./levels.ts";
import { heldFrom } from "./turns.ts";

/** A process that an action has raised, alone or with others: its level without that action, and since when it is so. */
export type Unlocked = { id: number; from: Level; to: Level; since: Day };

/**
 * What an action has done by a day (R7): the processes whose level would be lower without the claims that it completed, and those that
 * it only lightened. What was carried over to the action that continues it is told of both.
 */
export function effectsOf(
  processes: readonly ProcessOnDay[],
  planActionId: number,
): { unlocked: Unlocked[]; lightened: number[] } {
  const unlocked: Unlocked[] = [];
  const lightened: number[] = [];
  for (const process of processes) {
    const own = process.blockers.flatMap(({ claims }) =>
      claims.filter((claim) => holds(claim) && names(claim, planActionId)),
    );
    if (own.length === 0) continue;
    const from = levelUnder(process, (claim) => holds(claim) && !own.includes(claim));
    if (isAbove(process.level, from))
      unlocked.push({ id: process.id, from, to: process.level, since: own.map(heldFrom).reduce(laterOf) });
    else lightened.push(process.id);
  }
  return { unlocked, lightened };
}

/** True where a claim names an action, or one that it continues whose annualità it answers for (R1). */
function names({ needs }: ClaimOnDay, planActionId: number): boolean {
  return needs.some(
    (need) =>
      need.planActionId === planActionId ||
      need.years.some(({ answer }) => answer?.planActionId === planActionId),
  );
}
