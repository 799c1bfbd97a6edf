import { type Day, laterOf } from "../days.ts";
import { levelUnder, type ProcessOnDay } from "../smartability.ts";
import { type ClaimOnDay, holds, isVoid } from "./claims-on-day.ts";
import { isAbove, type Level } from "./levels.ts";
import { heldFrom } from "./turns.ts";

/** A process that an action has raised, alone or with others: its level without that action, and since when it is so. */
type Unlocked = { id: number; from: Level; to: Level; since: Day };

/**
 * What an action has done, by process. `unlocked`: the level would be lower without it; `lightened`: it would not. What is done and does
 * not act: `unconfirmed`, the level would rise if the RTD confirmed what is proposed; `contested`, the office says that it is not so.
 * `fallen`: a claim that names it is void.
 */
export type Effects = {
  unlocked: Unlocked[];
  lightened: number[];
  unconfirmed: number[];
  contested: number[];
  fallen: number[];
};

/**
 * What an action has done by a day (R7). What was carried over to the action that continues it is told of both. A process may be
 * among several.
 */
export function effectsOf(processes: readonly ProcessOnDay[], planActionId: number): Effects {
  const effects: Effects = { unlocked: [], lightened: [], unconfirmed: [], contested: [], fallen: [] };
  for (const process of processes) {
    const own = process.blockers.flatMap(({ claims }) =>
      claims.filter((claim) => names(claim, planActionId)),
    );
    if (own.length > 0) addEffects(effects, process, own);
  }
  return effects;
}

function addEffects(effects: Effects, process: ProcessOnDay, own: readonly ClaimOnDay[]): void {
  const { id, level } = process;
  const acting = own.filter(holds);
  const from = levelUnder(process, (claim) => holds(claim) && !acting.includes(claim));
  if (isAbove(level, from))
    effects.unlocked.push({ id, from, to: level, since: acting.map(heldFrom).reduce(laterOf) });
  else if (acting.length > 0) effects.lightened.push(id);

  const proposed = own.filter(({ state, standing }) => state === "proposed" && standing === "done");
  if (
    isAbove(
      levelUnder(process, (claim) => holds(claim) || proposed.includes(claim)),
      level,
    )
  )
    effects.unconfirmed.push(id);
  if (own.some(({ state }) => state === "contested")) effects.contested.push(id);
  if (own.some((claim) => isVoid(claim) && (claim.state === "proposed" || claim.state === "confirmed")))
    effects.fallen.push(id);
}

/** True where a claim names an action, or one that it continues whose annualità it answers for (R1). */
function names({ needs }: ClaimOnDay, planActionId: number): boolean {
  return needs.some(
    (need) =>
      need.planActionId === planActionId ||
      need.years.some(({ answer }) => answer?.planActionId === planActionId),
  );
}
