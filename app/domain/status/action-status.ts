import { type ActionYearState, answering } from "./action-years.ts";
import { isOpen, type Status } from "./status-steps.ts";

/** What an action is, derived from its annualità (R5); never stored. */
export const DERIVED_STATUSES = [
  "to-clarify",
  "to-start",
  "in-progress",
  "suspended",
  "completed",
  "completed-in-part",
  "cancelled",
] as const;
export type DerivedStatus = (typeof DERIVED_STATUSES)[number];

/**
 * The status of an action from its annualità (R5). Rescheduled ones are set aside, their target stands for them, also
 * beyond the plan and in the action that continues this one; then the cancelled ones.
 *
 *     derivedStatus([{ status: "completed" }, { status: "cancelled" }, { status: "suspended" }])   // "suspended"
 *
 * Nothing left: cancelled. All completed: completed, or completed in part when some annualità was cancelled. Otherwise
 * the open ones decide: all suspended → suspended; any in progress, or any completed → in progress; else to start.
 */
export function derivedStatus(
  own: readonly ActionYearState[],
  all: ReadonlyMap<number, ActionYearState>,
): DerivedStatus {
  if (own.length === 0) return "to-clarify";
  const statuses = answersOf(own, all).map((state) => state.status);
  const counted = statuses.filter((status) => status !== "cancelled");
  if (counted.length === 0) return "cancelled";
  if (counted.every((status) => status === "completed")) {
    return counted.length < statuses.length ? "completed-in-part" : "completed";
  }
  return statusOfOpenWork(counted);
}

/**
 * The annualità that answer for those of an action, each once: two rescheduled to the same year are answered by it alone.
 * One whose target is not known has no answer.
 */
export function answersOf(
  own: readonly ActionYearState[],
  all: ReadonlyMap<number, ActionYearState>,
): ActionYearState[] {
  const answers = own.map((state) => answering(state, all)).filter((state) => state !== undefined);
  return [...new Set(answers)].filter((state) => state.status !== "rescheduled");
}

function statusOfOpenWork(counted: Status[]): DerivedStatus {
  if (counted.filter(isOpen).every((status) => status === "suspended")) return "suspended";
  return counted.includes("in-progress") || counted.includes("completed") ? "in-progress" : "to-start";
}
