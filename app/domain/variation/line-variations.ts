import type { Day } from "../days.ts";
import { groupBy } from "../grouping.ts";
import type { Role } from "../permissions.ts";
import { inOrder } from "../status/action-years.ts";
import { type Evidence, isAct } from "../status/evidence.ts";
import { isReopening, type Status } from "../status/status-steps.ts";
import type { NamedAction, Variation, VariationKind, VariationTarget } from "./variations.ts";

/** A line that no rettifica has replaced, which drops an annualità, reschedules it, or takes either back. */
export type LineOfVariation = {
  sequence: number;
  place: number;
  plan_action_id: number;
  action_year_id: number;
  year: number;
  from_status: Status;
  to_status: Status;
  effective_on: Day;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  /** Null where there is none, or it was obscured. */
  reason: string | null;
  evidence: Evidence | null;
  target: VariationTarget | null;
};

/**
 * The variations that steps made (R1, R12): cancelling is _eliminata_; rescheduling is _rinviata_ to a later year or to the plan that continues
 * this one, _anticipata_ to an earlier year; reopening either takes it back, and both are told.
 */
export function lineVariations(
  lines: readonly LineOfVariation[],
  plan: string,
  actions: ReadonlyMap<number, NamedAction>,
): Variation[] {
  return [...groupBy(lines, (line) => line.action_year_id).values()].flatMap((ofOne) => {
    const ordered = inOrder(ofOne);
    return ordered.flatMap((line, index) => {
      const kind = kindOf(line, plan);
      const action = actions.get(line.plan_action_id);
      if (!kind || !action) return [];
      const undone = kind === "taken-back" ? ordered[index - 1] : undefined;
      const takesBack = (undone && kindOf(undone, plan)) ?? null;
      return [{ ...variationBy(line, action), kind, takesBack }];
    });
  });
}

function kindOf(
  { from_status, to_status, target, year }: LineOfVariation,
  plan: string,
): VariationKind | null {
  if (from_status === to_status) return null;
  if (to_status === "cancelled") return "dropped";
  if (to_status === "rescheduled")
    return target?.plan === plan && target.year < year ? "brought-forward" : "postponed";
  return isReopening(from_status, to_status) && from_status !== "completed" ? "taken-back" : null;
}

function variationBy(line: LineOfVariation, { code, title, area }: NamedAction) {
  return {
    on: line.effective_on,
    recordedAt: line.recorded_at,
    area,
    action: { code, title },
    years: [line.year],
    target: line.target,
    changes: [],
    reason: line.reason,
    act: actOf(line.evidence),
    author: { role: line.author_role, office: line.author_office },
    source: { kind: "line" as const, id: line.sequence },
  };
}

/** Of the proofs of a line only an act is the act of the variation: a note or a link is not. */
function actOf(evidence: Evidence | null) {
  if (!evidence || !isAct(evidence)) return null;
  return { name: evidence.tipo, number: evidence.numero, on: evidence.del, link: evidence.collegamento };
}
