import {
  type Day,
  dayInRome,
  daysBetween,
  earlierOf,
  firstDayOf,
  lastDayOf,
  laterOf,
  type Viewpoint,
} from "../days.ts";
import { groupBy } from "../grouping.ts";
import { isOpen, type Status } from "./status-steps.ts";

/**
 * An annualità as the database knows it. `planned_from_on`: the first day on which it stood in the plan by adoption or
 * edit, among the rows that hold on the day looked at; null when nothing but a rescheduling or its own lines keep it.
 */
export type ActionYearFact = {
  id: number;
  plan_action_id: number;
  year: number;
  planned_from_on: Day | null;
  planned_due_on: Day | null;
};

/** A line of history, not replaced by a rettifica. `place`: its own sequence or, for a rettifica, the place it took. */
export type LineFact = {
  sequence: number;
  place: number;
  action_year_id: number;
  to_status: Status;
  progress: number;
  due_on: Day | null;
  target_action_year_id: number | null;
  effective_on: Day;
  recorded_at: string;
  has_evidence: 0 | 1;
};

/**
 * What an annualità is at a day. `addedOn`: when it came to stand; `comesFrom`: the annualità rescheduled to it;
 * `targetId`, `targetSince`: where it was rescheduled to and from which day, null unless it is rescheduled; `completedOn`: the
 * day on which it was completed, null unless it is.
 */
export type ActionYearState = {
  id: number;
  planActionId: number;
  year: number;
  status: Status;
  progress: number;
  dueOn: Day;
  proven: boolean;
  completedOn: Day | null;
  targetId: number | null;
  targetSince: Day | null;
  effectiveOn: Day | null;
  recordedAt: string | null;
  addedOn: Day;
  comesFrom: number[];
};

/**
 * The state on a day of every annualità that stands on it (R1, R4).
 *
 * An annualità stands when the plan holds it, when another that is rescheduled on that day points to it, or when it has
 * a line of its own (docs/decisions/0003). Its state is that of the last line, in the order (day of effect, place), whose
 * day is not after the day looked at.
 */
export function actionYearsAt(
  facts: readonly ActionYearFact[],
  lines: readonly LineFact[],
  at: Viewpoint,
): Map<number, ActionYearState> {
  const linesByDay = lines.filter((line) => line.effective_on <= at.day);
  const linesOf = groupBy(linesByDay, (line) => line.action_year_id);
  const states = facts.map((fact) => stateOf(fact, linesOf.get(fact.id) ?? []));
  const pointedBy = groupBy(
    states.filter((state) => state.targetId !== null),
    (state) => state.targetId,
  );

  const standing = states.filter(
    (state, index) =>
      facts[index]!.planned_from_on !== null || state.effectiveOn !== null || pointedBy.has(state.id),
  );
  return new Map(standing.map((state) => [state.id, withOrigin(state, pointedBy.get(state.id))]));
}

/** The lines of one annualità in the order that counts (R4): by day of effect, then by place. */
export function inOrder<Line extends { effective_on: Day; place: number }>(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) =>
    a.effective_on === b.effective_on ? a.place - b.place : a.effective_on < b.effective_on ? -1 : 1,
  );
}

/**
 * The annualità that answers for another (R1): a rescheduled one is followed to its target, to the end; any other answers
 * for itself. Undefined when the target is not among those known.
 */
export function answering(
  state: ActionYearState,
  all: ReadonlyMap<number, ActionYearState>,
): ActionYearState | undefined {
  const seen = new Set<number>();
  let current: ActionYearState | undefined = state;
  while (current && current.targetId !== null && !seen.has(current.id)) {
    seen.add(current.id);
    current = all.get(current.targetId);
  }
  return current;
}

/**
 * Days since anyone said anything about an open annualità whose year has begun (R6), and whether anyone ever did;
 * undefined when nobody is expected to. Without lines it counts from the later of the year's beginning and its addition.
 */
export function silenceOf(
  state: ActionYearState,
  at: Viewpoint,
): { days: number; everUpdated: boolean } | undefined {
  if (!isOpen(state.status) || firstDayOf(state.year) > at.day) return undefined;
  if (state.recordedAt !== null)
    return { days: daysBetween(dayInRome(state.recordedAt), at.day), everUpdated: true };
  return { days: daysBetween(laterOf(firstDayOf(state.year), state.addedOn), at.day), everUpdated: false };
}

function stateOf(fact: ActionYearFact, lines: LineFact[]): ActionYearState {
  const ordered = inOrder(lines);
  const last = ordered.at(-1);
  const rescheduling = last?.to_status === "rescheduled" ? reschedulingOf(ordered) : undefined;
  const due =
    ordered.findLast((line) => line.due_on !== null)?.due_on ?? fact.planned_due_on ?? lastDayOf(fact.year);
  return {
    id: fact.id,
    planActionId: fact.plan_action_id,
    year: fact.year,
    status: last?.to_status ?? "to-start",
    progress: last?.progress ?? 0,
    dueOn: due,
    proven: isProven(ordered),
    completedOn: linesSinceCompletion(ordered)[0]?.effective_on ?? null,
    targetId: rescheduling?.target_action_year_id ?? null,
    targetSince: rescheduling?.effective_on ?? null,
    effectiveOn: last?.effective_on ?? null,
    recordedAt: last?.recorded_at ?? null,
    addedOn: fact.planned_from_on ?? ordered[0]?.effective_on ?? NEVER,
    comesFrom: [],
  };
}

/** Proof given by the completing line or by any line since: a later line without evidence takes nothing away (R2). */
function isProven(ordered: LineFact[]): boolean {
  return linesSinceCompletion(ordered).some((line) => line.has_evidence === 1);
}

/** The completing line and those after it, of lines in order: the ones that may prove a completion (R2); none unless completed. */
export function linesSinceCompletion<Line extends { to_status: Status }>(ordered: readonly Line[]): Line[] {
  return ordered.slice(ordered.findLastIndex((line) => line.to_status !== "completed") + 1);
}

/** The line that rescheduled an annualità: updates after it keep its target. */
function reschedulingOf(ordered: LineFact[]): LineFact | undefined {
  return ordered.findLast((line) => line.target_action_year_id !== null);
}

/** After every day: what nothing has brought into the plan yet. */
const NEVER: Day = "9999-12-31";

function withOrigin(state: ActionYearState, pointing: ActionYearState[] | undefined): ActionYearState {
  if (!pointing) return state;
  const added = pointing.map((source) => source.targetSince ?? NEVER).reduce(earlierOf, state.addedOn);
  return { ...state, addedOn: added, comesFrom: pointing.map((source) => source.id) };
}
