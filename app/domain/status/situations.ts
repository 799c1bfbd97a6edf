import { isDueOver, type Viewpoint } from "../days.ts";
import type { ActionYearState } from "./action-years.ts";
import { isOpen, type Status } from "./status-steps.ts";

/** The one category an annualità is counted in at a day (R5), in the order in which they are always shown. */
export const SITUATIONS = [
  "completed-proven",
  "completed-declared",
  "in-progress",
  "to-start",
  "late",
  "suspended",
  "rescheduled",
  "cancelled",
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Late is computed (R1): the due day is over and work is still expected. At 31/12/2022 what was due that day and is not done is late. */
export function isLate(actionYear: { status: Status; dueOn: string }, at: Viewpoint): boolean {
  return isOpen(actionYear.status) && isDueOver(actionYear.dueOn, at);
}

/** The situation of an annualità (R5): exactly one, so that those of a year add up to its annualità. */
export function situationOf(
  state: Pick<ActionYearState, "status" | "dueOn" | "proven">,
  at: Viewpoint,
): Situation {
  if (isLate(state, at)) return "late";
  if (state.status === "completed") return state.proven ? "completed-proven" : "completed-declared";
  return state.status;
}

export function isCompleted(situation: Situation): boolean {
  return situation === "completed-proven" || situation === "completed-declared";
}
