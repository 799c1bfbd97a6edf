import { type Day, firstDayOf, lastDueDayOf } from "../days.ts";
import type { Evidence } from "./evidence.ts";

export const STATUSES = [
  "to-start",
  "in-progress",
  "completed",
  "suspended",
  "rescheduled",
  "cancelled",
] as const;
export type Status = (typeof STATUSES)[number];

/** The statuses in which work is still expected: only these can be late or stale (R1, R6). */
export const OPEN_STATUSES = ["to-start", "in-progress", "suspended"] as const satisfies readonly Status[];

/** From each status, the statuses one step away (R1). Going back to work from a closed one is a reopening. */
export const NEXT: Record<Status, readonly Status[]> = {
  "to-start": ["in-progress", "completed", "suspended", "rescheduled", "cancelled"],
  "in-progress": ["completed", "suspended", "rescheduled", "cancelled"],
  suspended: ["in-progress", "rescheduled", "cancelled"],
  completed: ["in-progress"],
  rescheduled: ["in-progress"],
  cancelled: ["in-progress"],
};

/** The longest reason, in characters: two sentences that the Giunta will read, not a report. */
export const LONGEST_TEXT = 2000;

/** Where an annualità stands before a change. `since`: the day of its last line or, without lines, the first day on which one may take effect. */
export type Current = { status: Status; progress: number; since: Day };

/**
 * What a person wants to record on an annualità. `progress` counts only in progress, `dueOn` only where a new due day
 * is set, `targetYear` only for a rescheduling; elsewhere they are null.
 */
export type Change = {
  to: Status;
  progress: number | null;
  effectiveOn: Day;
  reason: string;
  evidence: Evidence | null;
  dueOn: Day | null;
  targetYear: number | null;
};

export type ChangeRefusal =
  | "not-reachable"
  | "reason-required"
  | "text-too-long"
  | "in-the-future"
  | "before-the-last-line"
  | "seen-by-a-review"
  | "progress-out-of-range"
  | "due-before-the-year"
  | "due-too-far"
  | "target-required"
  | "target-is-the-same-year"
  | "target-is-closed"
  | "target-leads-back";

/**
 * The facts a change is judged by: the year of the annualità, today, and the status of the annualità a rescheduling points to
 * (undefined: there is none yet). `carriesOver`: it points to the action that continues this one, where the same year is allowed.
 * `reviewedUpTo`: the last day that a closed review of the plan has seen, left out for the RTD, who alone records up to it (R4).
 */
export type ChangeContext = {
  year: number;
  today: Day;
  targetStatus: Status | undefined;
  carriesOver?: boolean;
  reviewedUpTo?: Day;
};

export type ChangeDecision =
  | { ok: true; change: Change & { progress: number } }
  | { ok: false; field: keyof Change; reason: ChangeRefusal };

export function isOpen(status: Status): boolean {
  return (OPEN_STATUSES as readonly Status[]).includes(status);
}

/** True when the step brings a closed annualità back to work: the RTD alone may, with a reason (R1, R11). */
export function isReopening(from: Status, to: Status): boolean {
  return !isOpen(from) && to === "in-progress";
}

/** True when the step must say why: whoever reads it a year later will ask (R1). */
export function needsReason(from: Status, to: Status): boolean {
  return (
    from !== to && (to === "suspended" || to === "rescheduled" || to === "cancelled" || isReopening(from, to))
  );
}

/**
 * Decides whether an annualità may take a step (R1, R3), and with which content it is written down.
 *
 * Progress is given by the status: 100 when completed, what was declared in progress, the last one when it is
 * suspended, rescheduled or cancelled. Evidence is never required: without it a completion is "dichiarata" (R2).
 *
 *     decideStep({ status: "completed", progress: 100, since: "2022-06-30" }, { to: "in-progress", reason: "", … }, context)
 *     // { ok: false, field: "reason", reason: "reason-required" }
 */
export function decideStep(current: Current, change: Change, context: ChangeContext): ChangeDecision {
  if (!NEXT[current.status].includes(change.to)) return refused("to", "not-reachable");
  if (needsReason(current.status, change.to) && change.reason === "")
    return refused("reason", "reason-required");
  return decideTarget(change, context) ?? decideContent(current, change, context);
}

/**
 * Decides the update without a step (R1): same status, with new progress, proof, due day, or nothing new at all.
 * It is a line like the others and makes the annualità fresh (R6). A rescheduling keeps its target.
 */
export function decideUpdate(current: Current, change: Change, context: ChangeContext): ChangeDecision {
  if (change.to !== current.status) return refused("to", "not-reachable");
  return decideContent(current, { ...change, targetYear: null }, context);
}

/** Decides a change whichever it is: a step, or an update where the status stays the same. */
export function decideChange(current: Current, change: Change, context: ChangeContext): ChangeDecision {
  return change.to === current.status
    ? decideUpdate(current, change, context)
    : decideStep(current, change, context);
}

/** The progress that a step shows before anyone declares another: what the form offers and what consequences are told by. */
export function usualProgressAfter(current: Pick<Current, "progress">, to: Status): number {
  if (to === "completed") return 100;
  return to === "in-progress" ? Math.min(current.progress, 99) : current.progress;
}

/** A rescheduling names another year of the same action, or any of the one that continues it, where nothing is closed yet (R1). */
function decideTarget(change: Change, context: ChangeContext): ChangeDecision | undefined {
  if (change.to !== "rescheduled") return undefined;
  if (change.targetYear === null) return refused("targetYear", "target-required");
  if (change.targetYear === context.year && !context.carriesOver)
    return refused("targetYear", "target-is-the-same-year");
  if (context.targetStatus !== undefined && !isOpen(context.targetStatus))
    return refused("targetYear", "target-is-closed");
  return undefined;
}

/** What every line must respect, step or update: its texts, its day, its progress, its due day. */
function decideContent(current: Current, change: Change, context: ChangeContext): ChangeDecision {
  if (change.dueOn !== null && change.reason === "") return refused("reason", "reason-required");
  if (change.reason.length > LONGEST_TEXT) return refused("reason", "text-too-long");
  if (change.effectiveOn > context.today) return refused("effectiveOn", "in-the-future");
  if (change.effectiveOn < current.since) return refused("effectiveOn", "before-the-last-line");
  if (isSeen(change.effectiveOn, context.reviewedUpTo)) return refused("effectiveOn", "seen-by-a-review");
  if (change.dueOn !== null && change.dueOn < firstDayOf(context.year))
    return refused("dueOn", "due-before-the-year");
  if (change.dueOn !== null && change.dueOn > lastDueDayOf(context.year))
    return refused("dueOn", "due-too-far");

  const progress = progressAfter(current, change);
  if (progress === undefined) return refused("progress", "progress-out-of-range");
  const targetYear = change.to === "rescheduled" ? change.targetYear : null;
  return { ok: true, change: { ...change, progress, targetYear } };
}

/** Whether a closed review has seen a day already (R4). */
export function isSeen(day: Day, reviewedUpTo: Day | undefined): boolean {
  return reviewedUpTo !== undefined && day <= reviewedUpTo;
}

/** To start 0, completed 100, in progress 0–99, the others keep the last (R1). Undefined: out of range. */
function progressAfter(current: Current, change: Change): number | undefined {
  if (change.to === "to-start") return 0;
  if (change.to === "completed") return 100;
  if (change.to !== "in-progress") return current.progress;
  const progress = change.progress ?? Math.min(current.progress, 99);
  return Number.isInteger(progress) && progress >= 0 && progress <= 99 ? progress : undefined;
}

function refused(field: keyof Change, reason: ChangeRefusal): ChangeDecision {
  return { ok: false, field, reason };
}
