import { type Day, laterOf, type Viewpoint } from "../days.ts";
import type { ProcessOnDay } from "../smartability.ts";
import { type ClaimOnDay, holds, mayHold } from "../level/claims-on-day.ts";
import { liftedOf } from "./explanation.ts";
import { drawnClaims } from "./unlock-timeline.ts";

/**
 * What the timeline of the work that unlocks a process shows at first sight (R7):
 *
 * - `lifted`: all that may act has acted, the last on a day with the completion of some actions;
 * - `awaits`: what is missing, and since when the rest is done (null where nothing is); `isProposed`: the confirmation, too;
 * - `to-confirm`: all is done and nobody has confirmed it;
 * - `contested`, `void`: nothing acts, nor will.
 */
export type UnlockFinding =
  | { kind: "lifted"; on: Day; actions: number[] }
  | { kind: "awaits"; actions: number[]; restSince: Day | null; isProposed: boolean }
  | { kind: "to-confirm" }
  | { kind: "contested" }
  | { kind: "void" };

export function unlockFinding(process: ProcessOnDay, at: Viewpoint): UnlockFinding {
  const drawn = drawnClaims(process, at);
  const waiting = drawn.filter((claim) => mayHold(claim) && !holds(claim));
  const lifted = liftedOf(process);
  if (waiting.length > 0) {
    const awaited = [...new Set(waiting.flatMap(({ awaits }) => awaits))];
    if (awaited.length === 0) return { kind: "to-confirm" };
    const isProposed = waiting.some(({ state }) => state === "proposed");
    return { kind: "awaits", actions: awaited, restSince: restSince(waiting), isProposed };
  }
  if (lifted.length > 0) {
    const last = lifted.reduce((a, b) => (b.from > a.from ? b : a));
    return { kind: "lifted", on: last.from, actions: lastToFinish(last.claim) };
  }
  return { kind: drawn.some(({ state }) => state === "contested") ? "contested" : "void" };
}

/** The day since which the other actions of the claims are completed; null where there are none, or they are not. */
function restSince(claims: readonly ClaimOnDay[]): Day | null {
  const rest = claims.flatMap(({ needs }) =>
    needs.filter(
      ({ years }) => years.every(({ answer }) => answer?.status === "completed") && years.length > 0,
    ),
  );
  const days = rest.flatMap(({ years }) => years.map(({ answer }) => answer!.completedOn!));
  return days.length === 0 ? null : days.reduce(laterOf);
}

function lastToFinish({ needs, doneOn }: ClaimOnDay): number[] {
  const last = needs.filter(({ years }) => years.some(({ answer }) => answer?.completedOn === doneOn));
  return [...new Set(last.map(({ planActionId }) => planActionId))];
}
