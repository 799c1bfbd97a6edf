import type { ProcessOnDay } from "../smartability.ts";
import type { Impact } from "./impact.ts";
import { suggestedOrder } from "./suggested-order.ts";

/**
 * An open action with what it would unlock (R8). `place`, `gain`, `runningTotal`: its step of the suggested order, by confirmed claims
 * alone; null for an action that only proposed claims wait for.
 */
export type RankedAction = Impact & {
  planActionId: number;
  place: number | null;
  gain: number | null;
  runningTotal: number | null;
};

/**
 * The open actions by what they unlock (R8): first the suggested order by confirmed claims, then, in the order that they would have
 * if proposed claims were confirmed, those that unlock nothing without them. `found`: their impacts. `without`: the actions that claims wait for and that
 * raise nothing even so.
 */
export function rankingOf(
  processes: readonly ProcessOnDay[],
  found: ReadonlyMap<number, Impact>,
  planOrder: readonly number[],
): { ranked: RankedAction[]; without: number[] } {
  const steps = suggestedOrder(processes, planOrder, { withProposed: false });
  const placed = new Map(steps.map((step, index) => [step.planActionId, { ...step, place: index + 1 }]));
  const proposed = suggestedOrder(processes, planOrder, { withProposed: true });
  const unlocking = [...found].filter(([, impact]) => unlocksSome(impact)).map(([id]) => id);
  const ids = new Set([...placed.keys(), ...proposed.map(({ planActionId }) => planActionId), ...unlocking]);
  const ranked = [...ids].map((planActionId) => {
    const { place, gain, runningTotal } = placed.get(planActionId) ?? NO_STEP;
    return { planActionId, place, gain, runningTotal, ...found.get(planActionId)! };
  });
  return { ranked, without: [...found.keys()].filter((id) => !ids.has(id)) };
}

const NO_STEP = { place: null, gain: null, runningTotal: null };

function unlocksSome({ alone, withOthers, proposedOnly, proposedWithOthers }: Impact): boolean {
  return alone.length + withOthers.length + proposedOnly.length + proposedWithOthers.length > 0;
}
