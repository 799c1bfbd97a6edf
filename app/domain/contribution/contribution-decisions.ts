import type { ContributionStatus } from "./contributions.ts";
import type { Day } from "../days.ts";
import type { Evidence } from "../status/evidence.ts";
import { isOpen, LONGEST_TEXT, type Status } from "../status/status-steps.ts";

/** What an office wants to report. `progress` counts only in progress. */
export type TypedContribution = {
  status: ContributionStatus;
  progress: number | null;
  effectiveOn: Day;
  evidence: Evidence | null;
  note: string;
};

export type ContributionRefusal =
  | "not-adopted"
  | "takes-none"
  | "in-the-future"
  | "before-the-last-contribution"
  | "before-the-annualita"
  | "progress-out-of-range"
  | "note-required"
  | "text-too-long";

export type DecidedContribution = TypedContribution & { progress: number };
export type ContributionDecision =
  | { ok: true; contribution: DecidedContribution }
  | { ok: false; field: keyof TypedContribution; reason: ContributionRefusal };

/** The facts a contribution is judged by. `previous`: the office's last one; `standingFrom`: the first day of the annualità. */
export type ContributionContext = {
  adoptedOn: Day | null;
  status: Status;
  previous: { progress: number; effective_on: Day } | undefined;
  standingFrom: Day;
  today: Day;
};

/** Contributions inform on what is open, and on what was completed too soon; what was given up or moved takes none (R10). */
export function takesContributions(status: Status): boolean {
  return isOpen(status) || status === "completed";
}

/** Why an annualità takes no contribution at all, whatever is typed; undefined where it takes them. */
export function whyNone({
  adoptedOn,
  status,
  today,
}: Pick<ContributionContext, "adoptedOn" | "status" | "today">): ContributionRefusal | undefined {
  if (adoptedOn === null || adoptedOn > today) return "not-adopted";
  return takesContributions(status) ? undefined : "takes-none";
}

/**
 * Decides what an office reports (R10), by the same order of days as the history (R3) and the same progress by status (R1).
 * Any status may follow any other: an office that was wrong says so by reporting again. Suspending and having no part need
 * a note, because the RTD decides on it.
 *
 *     decideContribution({ status: "suspended", note: "", … }, context) // { ok: false, field: "note", reason: "note-required" }
 */
export function decideContribution(
  typed: TypedContribution,
  context: ContributionContext,
): ContributionDecision {
  const { previous, standingFrom, today } = context;
  const none = whyNone(context);
  if (none) return refused("status", none);
  if (typed.effectiveOn > today) return refused("effectiveOn", "in-the-future");
  if (typed.effectiveOn < standingFrom) return refused("effectiveOn", "before-the-annualita");
  if (previous && typed.effectiveOn < previous.effective_on)
    return refused("effectiveOn", "before-the-last-contribution");
  if (typed.note === "" && (typed.status === "suspended" || typed.status === "not-pertinent"))
    return refused("note", "note-required");
  if (typed.note.length > LONGEST_TEXT) return refused("note", "text-too-long");

  const progress = progressOf(typed, previous?.progress ?? 0);
  if (progress === undefined) return refused("progress", "progress-out-of-range");
  return { ok: true, contribution: { ...typed, progress } };
}

/** As R1: to start 0, completed 100, in progress 0–99, the others keep the last; what is not completed is never at 100. */
function progressOf({ status, progress }: TypedContribution, last: number): number | undefined {
  if (status === "to-start") return 0;
  if (status === "completed") return 100;
  const kept = Math.min(last, 99);
  if (status !== "in-progress") return kept;
  const declared = progress ?? kept;
  return Number.isInteger(declared) && declared >= 0 && declared <= 99 ? declared : undefined;
}

function refused(field: keyof TypedContribution, reason: ContributionRefusal): ContributionDecision {
  return { ok: false, field, reason };
}
