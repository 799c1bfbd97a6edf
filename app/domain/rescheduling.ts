import {
  type ActionYearFact,
  type ActionYearState,
  actionYearsAt,
  answering,
  type LineFact,
} from "./action-years.ts";
import { asOf } from "./days.ts";

/**
 * True when a rescheduling would send an annualità round in a circle on some day (R1: the target, followed to the end,
 * answers for it). It takes a line that takes effect in the past, before the target was itself rescheduled and reopened.
 *
 * `lines`: those of the action that are not replaced, without the new one and without the one that it would replace.
 */
export function closesACircle(
  facts: readonly ActionYearFact[],
  lines: readonly LineFact[],
  rescheduling: LineFact,
): boolean {
  const later = lines.map((line) => line.effective_on).filter((day) => day > rescheduling.effective_on);
  return [...new Set([rescheduling.effective_on, ...later])].some((day) => {
    const states = actionYearsAt(facts, [...lines, rescheduling], asOf(day));
    return [...states.values()].some((state) => isUnanswered(state, states));
  });
}

function isUnanswered(state: ActionYearState, all: ReadonlyMap<number, ActionYearState>): boolean {
  return state.targetId !== null && answering(state, all)?.status === "rescheduled";
}
