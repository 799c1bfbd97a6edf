import { asOf, type Day } from "../days.ts";
import { claimsOf, type MapFacts, smartabilityAt } from "../smartability.ts";
import type { Status } from "../status/status-steps.ts";
import type { BlockerKind } from "./blockers.ts";
import { workAt, type WorkFacts } from "./claimed-work.ts";
import type { ClaimOnDay } from "./claims-on-day.ts";
import type { ClaimEffect, ClaimState } from "./claims.ts";
import type { LevelChange } from "./level-history.ts";
import { isAbove } from "./levels.ts";

/** A line of history that altered the work of a claim. */
export type CausingLine = { sequence: number; planActionId: number; year: number; status: Status };

/**
 * What altered a level on a day (R7): a claim that was decided on, the work of one, or a blocker. `began`: whether the claim acts
 * since, or no longer.
 */
export type LevelCause =
  | { kind: "decision"; blocker: BlockerKind; state: ClaimState; effect: ClaimEffect }
  | { kind: "work"; blocker: BlockerKind; effect: ClaimEffect; began: boolean; lines: CausingLine[] }
  | { kind: "blocker"; blocker: BlockerKind; change: "added" | "retired" | "changed" };

/** The causes of a change of the level of one process, in the order: decisions, work, blockers. `facts`: those of that process. */
export function causesOf(
  change: LevelChange,
  { facts, work }: { facts: MapFacts; work: WorkFacts },
): LevelCause[] {
  const { day, began, ceased, from } = change;
  const blockerOf = new Map(facts.blockers.map(({ id, kind }) => [id, kind]));
  const decided = facts.claims.filter(({ held_from_on }) => held_from_on === day && from !== null);
  const altered = [...began, ...ceased];
  const decisions = decided.filter((claim) => altered.includes(claim.id) || isReduction(claim, facts));
  const process = smartabilityAt(facts, workAt(work, asOf(day)))[0];
  const worked = (process === undefined ? [] : claimsOf(process)).filter(
    ({ id }) => altered.includes(id) && !decisions.some((one) => one.id === id),
  );
  return [
    ...decisions.map(({ blocker_id, state, effect }) => ({
      kind: "decision" as const,
      ...{ blocker: blockerOf.get(blocker_id)!, state, effect },
    })),
    ...worked.map((claim) => ({
      kind: "work" as const,
      blocker: blockerOf.get(claim.blockerId)!,
      effect: claim.effect,
      began: began.includes(claim.id),
      lines: linesOf(claim, work, day),
    })),
    ...blockerCauses(change, blockerOf),
  ];
}

/** A claim that took its blocker away until this decision, and only reduces it since: it acts before and after. */
function isReduction(claim: MapFacts["claims"][number], { claims }: MapFacts): boolean {
  return claims.some(
    (before) =>
      before.id === claim.id &&
      before.held_until_on === claim.held_from_on &&
      before.held_from_on < claim.held_from_on &&
      before.state === "confirmed" &&
      claim.state === "confirmed" &&
      before.effect !== claim.effect,
  );
}

/** The lines that took effect on a day on the annualità that a claim asks for, or on those that answer for them. */
function linesOf({ needs }: ClaimOnDay, { lines }: WorkFacts, day: Day): CausingLine[] {
  const states = new Map(
    needs.flatMap(({ years }) =>
      years.flatMap(({ named, answer }) => [named, ...(answer ? [answer] : [])].map((one) => [one.id, one])),
    ),
  );
  return lines.flatMap(({ sequence, action_year_id, to_status, effective_on }) => {
    const state = states.get(action_year_id);
    if (state === undefined || effective_on !== day) return [];
    return [{ sequence, planActionId: state.planActionId, year: state.year, status: to_status }];
  });
}

/** A blocker that is added raises no level, one that is retired lowers none. */
function blockerCauses(
  { from, level, blockersAdded, blockersRetired, blockersChanged }: LevelChange,
  blockerOf: Map<number, BlockerKind>,
): LevelCause[] {
  const rises = from !== null && level !== null && isAbove(level, from);
  const causes = (ids: readonly number[], change: "added" | "retired" | "changed") =>
    ids.map((id) => ({ kind: "blocker" as const, blocker: blockerOf.get(id)!, change }));
  return [
    ...(rises ? causes(blockersRetired, "retired") : causes(blockersAdded, "added")),
    ...causes(blockersChanged, "changed"),
  ];
}
