import type { Day } from "./days.ts";
import type { Evidence } from "./evidence.ts";
import { isOpen, LONGEST_TEXT, type Status } from "./status-steps.ts";

/** What an office says of its part in a shared annualità (R10). */
export const CONTRIBUTION_STATUSES = [
  "to-start",
  "in-progress",
  "suspended",
  "completed",
  "not-pertinent",
] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/** A contribution as the rules look at it. `office`: its code; `agreed_at`: when the RTD agreed that it has no part, if ever. */
export type ContributionFact = {
  id: number;
  office: string;
  status: ContributionStatus;
  progress: number;
  effective_on: Day;
  has_evidence: 0 | 1;
  agreed_at: string | null;
};

/** One office of a shared annualità: its contribution that counts, and its claim to have no part that waits for the RTD. */
export type OfficeSays<Contribution> = {
  office: string;
  standing: Contribution | null;
  claim: Contribution | null;
};

/**
 * What each office that answers for an annualità says on a day (R10): its last contribution by then, in the order (day,
 * recording). Not pertinent counts only once the RTD agreed; until then the office's earlier contribution stands, and the
 * claim waits as long as the office reports nothing else.
 */
export function whatOfficesSay<Contribution extends ContributionFact>(
  offices: readonly string[],
  contributions: readonly Contribution[],
  day: Day,
): OfficeSays<Contribution>[] {
  const byThen = inOrder(contributions.filter((one) => one.effective_on <= day));
  return offices.map((office) => {
    const own = byThen.filter((one) => one.office === office);
    const last = own.at(-1);
    return {
      office,
      standing: own.findLast((one) => !isOpenClaim(one)) ?? null,
      claim: last && isOpenClaim(last) ? last : null,
    };
  });
}

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

function isOpenClaim({ status, agreed_at }: Pick<ContributionFact, "status" | "agreed_at">): boolean {
  return status === "not-pertinent" && agreed_at === null;
}

function inOrder<Contribution extends ContributionFact>(contributions: readonly Contribution[]) {
  return [...contributions].sort((a, b) =>
    a.effective_on === b.effective_on ? a.id - b.id : a.effective_on < b.effective_on ? -1 : 1,
  );
}

function refused(field: keyof TypedContribution, reason: ContributionRefusal): ContributionDecision {
  return { ok: false, field, reason };
}
