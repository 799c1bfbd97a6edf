import { groupBy } from "../grouping.ts";
import { isSameSet } from "../edit/plan-action-edits.ts";
import type { Removability } from "../level/blockers.ts";
import type { NamedAction } from "../level/claims-on-day.ts";
import type { ClaimEffect, ClaimState, Confidence } from "../level/claims.ts";

/** How many actions a claim names at most: one that needs more is several. */
export const MOST_ACTIONS = 5;

/** What somebody says that some actions, all completed, do to a blocker (R7). */
export type Proposal = {
  actions: readonly NamedAction[];
  effect: ClaimEffect;
  confidence: Confidence | null;
  rationale: string;
};

/** The same as it is typed: the effect may not have been chosen yet. */
export type TypedProposal = Omit<Proposal, "effect"> & { effect: ClaimEffect | null };

/** An action as a claim may name it: its plan, what it continues, and the annualità of it that stand. */
export type NamableAction = {
  id: number;
  planId: number;
  continuesId: number | null;
  isAdopted: boolean;
  yearIds: readonly number[];
};

/** `at`: which of the actions named is wrong, where it is one. */
export type ProposalRefusal =
  | { field: "blocker"; reason: "structural" }
  | { field: "actions"; reason: "without-actions" | "another-plan" }
  | { field: "actions"; reason: "twice-the-same"; claim: number }
  | { field: "actions"; at: number; reason: "unknown" | "named-twice" | "not-adopted" | "year-not-standing" }
  | { field: "effect"; reason: "effect-required" }
  | { field: "rationale"; reason: "rationale-required" };

export type ProposalDecision =
  { ok: true; proposal: Proposal } | { ok: false; refusals: readonly ProposalRefusal[] };

export type ProposalContext = {
  removability: Removability;
  actions: readonly NamableAction[];
  /** The claims on the blocker. */
  claims: readonly { id: number; state: ClaimState; actions: readonly NamedAction[] }[];
};

/**
 * Decides whether a claim may be made on a blocker (R7): no action takes away a structural one; the actions are of adopted plans, of
 * one and the same or in a line with an action of it; the same actions are not claimed twice, unless that claim was rejected. A cancelled
 * annualità may be named: the claim is kept, and is void.
 *
 *     decideProposal({ actions: [], effect: "full", confidence: null, rationale: "…" }, context)
 *     // { ok: false, refusals: [{ field: "actions", reason: "without-actions" }] }
 */
export function decideProposal(typed: TypedProposal, context: ProposalContext): ProposalDecision {
  if (context.removability === "structural")
    return { ok: false, refusals: [{ field: "blocker", reason: "structural" }] };
  const { effect } = typed;
  const ofActions = refusalOfActions(typed.actions, context);
  const refusals: ProposalRefusal[] = ofActions ? [ofActions] : [];
  if (effect === null) refusals.push({ field: "effect", reason: "effect-required" });
  if (typed.rationale === "") refusals.push({ field: "rationale", reason: "rationale-required" });
  return effect !== null && refusals.length === 0
    ? { ok: true, proposal: { ...typed, effect } }
    : { ok: false, refusals };
}

function refusalOfActions(
  actions: readonly NamedAction[],
  context: ProposalContext,
): ProposalRefusal | undefined {
  if (actions.length === 0) return { field: "actions", reason: "without-actions" };
  const byId = new Map(context.actions.map((action) => [action.id, action]));
  for (const [at, named] of actions.entries()) {
    const reason = refusalOfAction(named, actions.slice(0, at), byId.get(named.planActionId));
    if (reason) return { field: "actions", at, reason };
  }
  if (!isOfOnePlan(actions, byId)) return { field: "actions", reason: "another-plan" };
  const same = context.claims.find((claim) => claim.state !== "rejected" && isSame(claim.actions, actions));
  return same && { field: "actions", reason: "twice-the-same", claim: same.id };
}

function refusalOfAction(
  { planActionId, yearIds }: NamedAction,
  before: readonly NamedAction[],
  action: NamableAction | undefined,
) {
  if (!action) return "unknown";
  if (!action.isAdopted) return "not-adopted";
  if (before.some((other) => other.planActionId === planActionId)) return "named-twice";
  return yearIds.every((id) => action.yearIds.includes(id)) ? undefined : "year-not-standing";
}

/** True when there is a plan that has, of every action named, the action itself, one that it continues or one that continues it. */
function isOfOnePlan(actions: readonly NamedAction[], byId: ReadonlyMap<number, NamableAction>): boolean {
  const continuing = groupBy(byId.values(), (action) => action.continuesId);
  const plans = actions.map(({ planActionId }) => plansInLine(byId.get(planActionId)!, byId, continuing));
  return [...plans[0]!].some((plan) => plans.every((line) => line.has(plan)));
}

function plansInLine(
  action: NamableAction,
  byId: ReadonlyMap<number, NamableAction>,
  continuing: ReadonlyMap<number | null, readonly NamableAction[]>,
): Set<number> {
  const plans = new Set<number>();
  for (let one: NamableAction | undefined = action; one; one = byId.get(one.continuesId ?? NaN))
    plans.add(one.planId);
  const after = [...(continuing.get(action.id) ?? [])];
  for (let one = after.pop(); one; one = after.pop()) {
    plans.add(one.planId);
    after.push(...(continuing.get(one.id) ?? []));
  }
  return plans;
}

/** The same actions narrowed to the same annualità, in whatever order. */
function isSame(some: readonly NamedAction[], others: readonly NamedAction[]): boolean {
  return isSameSet(some.map(keyOf), others.map(keyOf));
}

function keyOf({ planActionId, yearIds }: NamedAction): string {
  return [planActionId, ...[...yearIds].sort((a, b) => a - b)].join(" ");
}
