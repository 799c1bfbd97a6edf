import { inOrder } from "./action-years.ts";
import { type Day, firstDayOf, laterOf } from "../days.ts";
import {
  type Change,
  type ChangeContext,
  type ChangeDecision,
  decideChange,
  type Status,
} from "./status-steps.ts";

/** A line of one annualità, as a rettifica looks at it; replaced ones are not among them. */
export type CorrectableLine = {
  sequence: number;
  place: number;
  to_status: Status;
  progress: number;
  effective_on: Day;
};

export type CorrectionRefusal =
  "reason-required" | "after-the-next-line" | "next-line-starts-elsewhere" | "next-line-keeps-progress";
export type CorrectionDecision =
  ChangeDecision | { ok: false; field: keyof Change; reason: CorrectionRefusal };

/**
 * Decides a rettifica (R3): the right content of a wrong line, with a reason, in the place of the wrong one. Its day lies
 * between those of its neighbours, and the next line must still start from where this one ends: a status, or a progress
 * kept, that others built upon is put right from the last line backwards.
 *
 * `lines`: those of the annualità that are not replaced, the wrong one among them; `standingFrom`: the first day on which
 * a line of the annualità may take effect.
 */
export function decideCorrection(
  lines: readonly CorrectableLine[],
  wrong: CorrectableLine,
  change: Change,
  context: ChangeContext & { standingFrom: Day },
): CorrectionDecision {
  if (change.reason === "") return { ok: false, field: "reason", reason: "reason-required" };
  const { before, after } = neighboursOf(lines, wrong);
  if (after && change.effectiveOn > after.effective_on)
    return { ok: false, field: "effectiveOn", reason: "after-the-next-line" };
  if (after && change.to !== wrong.to_status)
    return { ok: false, field: "to", reason: "next-line-starts-elsewhere" };

  const current = {
    status: before?.to_status ?? ("to-start" as const),
    progress: before?.progress ?? 0,
    since: before?.effective_on ?? context.standingFrom,
  };
  const decision = decideChange(current, change, context);
  const isCarried =
    after !== undefined && after.progress === wrong.progress && after.to_status !== "completed";
  if (decision.ok && isCarried && decision.change.progress !== wrong.progress) {
    return { ok: false, field: "progress", reason: "next-line-keeps-progress" };
  }
  return decision;
}

/** The lines that count just before and just after one. */
export function neighboursOf<Line extends { sequence: number; place: number; effective_on: Day }>(
  lines: readonly Line[],
  wrong: Line,
) {
  const ordered = inOrder(lines);
  const index = ordered.findIndex((line) => line.sequence === wrong.sequence);
  return { before: ordered[index - 1], after: ordered[index + 1] };
}

/** The first day on which a line may take effect where there is none yet: that on which the annualità came to stand, never before its plan. */
export function firstPossibleDay(addedOn: Day, plan: { adopted_on: Day | null; first_year: number }): Day {
  return laterOf(addedOn, plan.adopted_on ?? firstDayOf(plan.first_year));
}
