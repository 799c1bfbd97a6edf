import type { DerivedStatus } from "../status/action-status.ts";
import type { LineFact } from "../status/action-years.ts";
import { asOfNow, type Day } from "../days.ts";
import { planAt, type PlanFacts, type Target } from "./plan-at.ts";
import type { Situation } from "../status/situations.ts";
import type { Status } from "../status/status-steps.ts";

/**
 * What an annualità and its action would be once a change is recorded, computed by the rules that will judge it
 * afterwards. The action of a rescheduled one is null: it depends on the year that the form does not know yet.
 * `withdrawn`: the years whose annualità would no longer stand, because only the rescheduling that is reopened made them;
 * `staying`: the target of that rescheduling, when it stands by itself (R1: "both stand and the form says so").
 */
export type Consequence = {
  situation: Situation;
  status: Status;
  progress: number;
  action: DerivedStatus | null;
  withdrawn: number[];
  staying: Target | null;
};

/**
 * What would follow from a step of one annualità taken today (R1, R5), before anyone takes it.
 */
export function consequenceOf(
  facts: PlanFacts,
  plan: { id: number; first_year: number; last_year: number },
  step: { actionYearId: number; to: Status; progress: number; today: Day },
): Consequence {
  const at = asOfNow(step.today);
  const actionAt = (lines: readonly LineFact[]) =>
    planAt({ ...facts, lines: [...lines] }, plan, at).find((one) =>
      one.years.some((year) => year.id === step.actionYearId),
    )!;
  const [before, after] = [
    actionAt(facts.lines),
    actionAt([...facts.lines, hypotheticalLine(facts.lines, step)]),
  ];
  const { situation, status, progress } = after.years.find((year) => year.id === step.actionYearId)!;
  const target = before.years.find((year) => year.id === step.actionYearId)!.target;
  const leaves = step.to === "in-progress" && target !== null;
  const stands =
    target !== null && (target.inNextPlan || after.years.some((year) => year.year === target.year));
  const stay = new Set(after.years.map((year) => year.id));
  return {
    situation,
    status,
    progress,
    action: step.to === "rescheduled" ? null : after.status,
    staying: leaves && stands ? target : null,
    withdrawn: before.years.filter((year) => !stay.has(year.id)).map((year) => year.year),
  };
}

/** The target of a rescheduling that the form does not know yet: none of those there are. */
const A_YEAR_NOT_CHOSEN = -1;

/** The line that a step taken today would write, after all those there are. */
export function hypotheticalLine(
  lines: readonly LineFact[],
  step: { actionYearId: number; to: Status; progress: number; today: Day },
): LineFact {
  const sequence = Math.max(0, ...lines.map((line) => line.sequence)) + 1;
  return {
    sequence,
    place: sequence,
    action_year_id: step.actionYearId,
    to_status: step.to,
    progress: step.progress,
    due_on: null,
    target_action_year_id: step.to === "rescheduled" ? A_YEAR_NOT_CHOSEN : null,
    effective_on: step.today,
    recorded_at: `${step.today}T12:00:00.000Z`,
    has_evidence: 0,
  };
}
