import type { ContributionFact, OfficeSays } from "./contributions.ts";
import { type Day, dayAfter, earlierOf, laterOf } from "../days.ts";
import type { Evidence } from "../status/evidence.ts";
import {
  type ChangeContext,
  type ChangeDecision,
  type Current,
  decideChange,
  type Status,
} from "../status/status-steps.ts";

/** What the contributions to a shared annualità propose (R10). `on`: the latest of their days. */
export type Proposal = {
  status: Extract<Status, "to-start" | "in-progress" | "suspended" | "completed">;
  progress: number;
  on: Day;
  proven: boolean;
};

type Said = Pick<ContributionFact, "status" | "progress" | "effective_on" | "has_evidence">;

/**
 * What the contributions propose, over the pertinent ones (R10): none → nothing; all completed → completed, on the latest
 * of their days, proven only if all are; all open ones suspended → suspended; all to start → to-start; else in-progress.
 * Progress is their mean, rounded down.
 *
 * Once an office reported, one that has not counts as to start: it answers for its part too, and what one office of four
 * has completed is not completed.
 */
export function proposalOf(says: readonly OfficeSays<Said>[]): Proposal | null {
  const pertinent = says.filter(({ standing }) => standing?.status !== "not-pertinent");
  const reported = pertinent.flatMap(({ standing }) => standing ?? []);
  if (reported.length === 0) return null;

  const status = statusOf(pertinent.map(({ standing }) => standing?.status ?? "to-start"));
  const sum = reported.reduce((sum, { progress }) => sum + progress, 0);
  return {
    status,
    progress: Math.floor(sum / pertinent.length),
    on: reported.map((one) => one.effective_on).reduce(laterOf),
    proven: status === "completed" && reported.every((one) => one.has_evidence === 1),
  };
}

function statusOf(said: readonly ContributionFact["status"][]): Proposal["status"] {
  const open = said.filter((status) => status !== "completed");
  if (open.length === 0) return "completed";
  if (open.every((status) => status === "suspended")) return "suspended";
  return said.every((status) => status === "to-start") ? "to-start" : "in-progress";
}

/** Whether a proposal says something else than the annualità: another status, another progress of the work, or a proof that it lacks. */
export function differs(
  proposal: Proposal,
  actionYear: { status: Status; progress: number; proven: boolean },
): boolean {
  if (proposal.status !== actionYear.status) return true;
  if (proposal.status === "in-progress") return proposal.progress !== actionYear.progress;
  return proposal.proven && !actionYear.proven;
}

/**
 * Decides the line by which the RTD takes a proposal over (R10): an ordinary change. A day before the first that R3 allows
 * is moved up to it; so is one that a closed review has seen (R4), to the day after, or to today where that is still to come.
 */
export function decideTakeover(
  current: Current,
  proposal: Proposal,
  texts: { reason: string; evidence: Evidence | null },
  { reviewedUpTo, ...context }: Pick<ChangeContext, "year" | "today" | "reviewedUpTo">,
): ChangeDecision {
  const unseenFrom =
    reviewedUpTo === undefined ? proposal.on : earlierOf(dayAfter(reviewedUpTo), context.today);
  const change = {
    to: proposal.status,
    progress: proposal.progress,
    effectiveOn: laterOf(laterOf(proposal.on, unseenFrom), current.since),
    reason: texts.reason,
    evidence: proposal.proven ? texts.evidence : null,
    dueOn: null,
    targetYear: null,
  };
  return decideChange(current, change, { ...context, targetStatus: undefined });
}
