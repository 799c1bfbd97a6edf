import { type Day, laterOf } from "../days.ts";
import { type ActionYearState, answering } from "../status/action-years.ts";
import type { Status } from "../status/status-steps.ts";
import type { Work } from "./claimed-work.ts";
import type { ClaimEffect, ClaimStands, ClaimState } from "./claims.ts";

/** A claim as it stands on a day: the row of its life that holds, and what it names. `yearIds`: the annualità that it is narrowed to. */
export type ClaimFact = {
  id: number;
  blocker_id: number;
  state: ClaimState;
  effect: ClaimEffect;
  held_from_on: Day;
};

/** An action that a claim names, and the annualità that it is narrowed to; none: all of the action's. */
export type NamedAction = { planActionId: number; yearIds: readonly number[] };

/** An annualità that a claim asks for, and the one that answers for it (R1); undefined when its target is not known. */
type NeededYear = { named: ActionYearState; answer: ActionYearState | undefined };

/**
 * An action that a claim asks for. `missing`: the years that the claim is narrowed to, and that stand no longer. `isPlanned`: at least
 * one annualità of it stands, and none is missing; the work of an action that is not planned is never done.
 */
export type NeededAction = {
  planActionId: number;
  years: NeededYear[];
  missing: number[];
  isPlanned: boolean;
};

/**
 * How far the work of a claim is (R7). `cancelled`, `withdrawn`, `seen-by-the-map`: the claim is void, because an annualità was
 * cancelled, because one that it is narrowed to stands no longer, or because all was done by the day that the map describes.
 */
export type ClaimStanding = "open" | "done" | (typeof VOID)[number];

const VOID = ["cancelled", "withdrawn", "seen-by-the-map"] as const;

export type ClaimOnDay = {
  id: number;
  blockerId: number;
  state: ClaimState;
  effect: ClaimEffect;
  /** The day from which it is in this state. */
  since: Day;
  standing: ClaimStanding;
  /** The last completion, where all is completed. */
  doneOn: Day | null;
  needs: NeededAction[];
  /** The actions that it still waits for: those that own an annualità that answers and is open, and those not planned. */
  awaits: number[];
};

/**
 * A claim on a day (R7). All the annualità that it names must be completed, those rescheduled as their target is; one that is
 * cancelled or withdrawn makes it void, and so does a last completion that the map has seen. An action without annualità is never
 * completed.
 */
export function claimOnDay(
  claim: ClaimFact,
  named: readonly NamedAction[],
  { observedOn, work }: { observedOn: Day; work: Work },
): ClaimOnDay {
  const needs = named.map((action) => neededAction(action, work));
  const answers = answersOf(needs);
  const isDone =
    needs.every(({ isPlanned }) => isPlanned) && answers.every((answer) => answer?.status === "completed");
  const doneOn = isDone ? answers.map((answer) => answer!.completedOn!).reduce(laterOf) : null;
  return {
    id: claim.id,
    blockerId: claim.blocker_id,
    state: claim.state,
    effect: claim.effect,
    since: claim.held_from_on,
    standing: standingOf(needs, { doneOn, observedOn }),
    doneOn,
    needs,
    awaits: [...new Set(needs.flatMap(awaitedOf))],
  };
}

function standingOf(
  needs: readonly NeededAction[],
  { doneOn, observedOn }: { doneOn: Day | null; observedOn: Day },
): ClaimStanding {
  if (answersOf(needs).some((answer) => answer?.status === "cancelled")) return "cancelled";
  if (needs.some(({ missing }) => missing.length > 0)) return "withdrawn";
  if (doneOn === null) return "open";
  return doneOn > observedOn ? "done" : "seen-by-the-map";
}

function answersOf(needs: readonly NeededAction[]) {
  return needs.flatMap(({ years }) => years.map(({ answer }) => answer));
}

function neededAction({ planActionId, yearIds }: NamedAction, work: Work): NeededAction {
  const all = work.byAction.get(planActionId) ?? [];
  const named = yearIds.length === 0 ? all : all.filter(({ id }) => yearIds.includes(id));
  const missing = yearIds.filter((id) => !work.states.has(id)).map((id) => work.yearOf.get(id)!);
  return {
    planActionId,
    years: named.map((state) => ({ named: state, answer: answering(state, work.states) })),
    missing,
    isPlanned: named.length > 0 && missing.length === 0,
  };
}

function awaitedOf({ planActionId, years, isPlanned }: NeededAction): number[] {
  const open = years.filter(({ answer }) => answer === undefined || !isOver(answer.status));
  const owners = open.map(({ answer }) => answer?.planActionId ?? planActionId);
  return isPlanned ? owners : [planActionId, ...owners];
}

function isOver(status: Status): boolean {
  return status === "completed" || status === "cancelled";
}

/** True for a claim whose work leaves it nothing to do, whatever its state: what a page says of it is `standsOf`. */
export function isVoid({ standing }: Pick<ClaimOnDay, "standing">): boolean {
  return VOID.some((one) => one === standing);
}

/** Where a claim stands: only one proposed or confirmed is void, one contested or rejected acts no more already. */
export function standsOf(claim: Pick<ClaimOnDay, "state" | "standing">): ClaimStands {
  const mightAct = claim.state === "proposed" || claim.state === "confirmed";
  return mightAct && isVoid(claim) ? "void" : claim.state;
}

const ENDS: readonly Status[] = ["completed", "cancelled", "rescheduled"];

/** Whether a step of an annualità can alter what a claim makes of it (R7): to or from where it is done, void or answered by another. */
export function altersClaims(from: Status, to: Status): boolean {
  return from !== to && (ENDS.includes(from) || ENDS.includes(to));
}

/** True for a claim that acts (R7): confirmed, and all of it completed after the day that the map describes. */
export function holds({ state, standing }: Pick<ClaimOnDay, "state" | "standing">): boolean {
  return state === "confirmed" && standing === "done";
}

/** True for a claim that acts or might (R7): proposed or confirmed, and not void. */
export function mayHold(claim: Pick<ClaimOnDay, "state" | "standing">): boolean {
  const stands = standsOf(claim);
  return stands === "proposed" || stands === "confirmed";
}

/** The annualità that a claim still waits for: those that answer, and are not completed. */
export function pendingYears({ needs }: Pick<ClaimOnDay, "needs">): ActionYearState[] {
  const pending = answersOf(needs).filter((answer) => answer !== undefined && answer.status !== "completed");
  return [...new Set(pending as ActionYearState[])];
}
