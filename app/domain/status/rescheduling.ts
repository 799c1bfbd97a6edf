import {
  type ActionYearFact,
  type ActionYearState,
  actionYearsAt,
  answering,
  type LineFact,
} from "./action-years.ts";
import { asOf } from "../days.ts";

/**
 * True when a line would leave an annualità rescheduled round in a circle on some day (R1: the target, followed to the end,
 * answers for it). It takes a line that takes effect in the past, or a rettifica: on a day between, the target was itself
 * rescheduled, and is so no longer today.
 *
 * `lines`: those of the action that are not replaced, without the new one and without the one that it would replace.
 */
export function closesACircle(
  facts: readonly ActionYearFact[],
  lines: readonly LineFact[],
  added: LineFact,
): boolean {
  const all = [...lines, added];
  return [...new Set(all.map((line) => line.effective_on))].some((day) => {
    const states = actionYearsAt(facts, all, asOf(day));
    return [...states.values()].some((state) => isUnanswered(state, states));
  });
}

function isUnanswered(state: ActionYearState, all: ReadonlyMap<number, ActionYearState>): boolean {
  return state.targetId !== null && answering(state, all)?.status === "rescheduled";
}
