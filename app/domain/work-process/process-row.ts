import { type Day, laterOf, type Viewpoint } from "../days.ts";
import { groupBy } from "../grouping.ts";
import { type BlockerState, claimsOf, type Figure, type ProcessOnDay } from "../smartability.ts";
import type { ActionYearState } from "../status/action-years.ts";
import { type Situation, situationOf } from "../status/situations.ts";
import type { BlockerKind } from "../level/blockers.ts";
import { type ClaimOnDay, holds, mayHold } from "../level/claims-on-day.ts";
import type { ClaimState } from "../level/claims.ts";
import { type Explanation, explanationOf } from "../smartability/explanation.ts";
import { isAbove, type Level } from "../level/levels.ts";

/** An action as a list names it. */
export type ActionName = { plan: string; code: string; title: string };

/** What a claim still waits for of an action: no annualità when it is done, or when it has none at all (`isUnclear`). */
export type AwaitedAction = ActionName & { years: AwaitedYear[]; isUnclear: boolean };
export type AwaitedYear = Pick<ActionYearState, "year" | "status" | "progress"> & { situation: Situation };

export type RowClaim = { id: number; state: ClaimState; actions: AwaitedAction[] };

/**
 * What a list says of the level of a process: why it is what it is, what would unlock or lighten it, and since when it is above what
 * the map wrote, by which actions.
 */
export type LevelRow = {
  level: Level;
  written: Level;
  figure: Figure | null;
  attainable: Level;
  blocking: { kind: BlockerKind; state: BlockerState }[];
  claims: RowClaim[];
  raised: { on: Day; actions: ActionName[] } | null;
};

type Known = { actions: ReadonlyMap<number, ActionName>; at: Viewpoint };

/** A process as a row of a list (R7). `actions`: by id, as they are called on the day. */
export function levelRow(process: ProcessOnDay, known: Known): LevelRow {
  const explanation = explanationOf(process, known.at);
  return {
    level: process.level,
    written: explanation.written,
    figure: process.figure,
    attainable: process.attainable,
    blocking: explanation.blocking.map(({ kind, state }) => ({ kind, state })),
    claims: claimsAhead(process, explanation).map((claim) => ({
      id: claim.id,
      state: claim.state,
      actions: awaited(claim, known),
    })),
    raised: raisedBy(explanation, known),
  };
}

/** What would raise the level or, where nothing does, what would lighten the work; then what is contested, and waits for the RTD. */
function claimsAhead(process: ProcessOnDay, { way }: Explanation): ClaimOnDay[] {
  if (process.figure === null) return [];
  const claims = claimsOf(process);
  const isLightened = process.figure === "lightened";
  const lightening = isLightened ? claims.filter((claim) => mayHold(claim) && !holds(claim)) : [];
  return [...(way?.claims ?? lightening), ...claims.filter(({ state }) => state === "contested")];
}

/** The actions of a claim, each as the action that answers for its annualità today: what was carried over is waited for there (R1). */
function awaited({ needs }: ClaimOnDay, { actions, at }: Known): AwaitedAction[] {
  const answers = needs.flatMap(({ years }) => years.flatMap(({ answer }) => answer ?? []));
  const none = needs.filter(({ years }) => years.length === 0);
  const byAction = groupBy(new Set(answers), ({ planActionId }) => planActionId);
  const ids = [...byAction.keys(), ...none.map(({ planActionId }) => planActionId)];
  return ids.flatMap((id) => {
    const name = actions.get(id);
    const pending = (byAction.get(id) ?? []).filter(({ status }) => status !== "completed");
    return name ? [{ ...nameOf(name), years: pending.map(yearOf), isUnclear: !byAction.has(id) }] : [];
  });

  function yearOf(state: ActionYearState): AwaitedYear {
    const { year, status, progress } = state;
    return { year, status, progress, situation: situationOf(state, at) };
  }
}

/** Since when the level is above the one written, by which actions; null where it is not, or no action did it. */
function raisedBy({ level, written, lifted }: Explanation, { actions }: Known): LevelRow["raised"] {
  const raising = level === "yes" ? lifted : lifted.filter(({ blocker }) => blocker.extent === "whole");
  if (!isAbove(level, written) || raising.length === 0) return null;
  const ids = raising.flatMap(({ claim }) =>
    claim.needs.flatMap(({ years }) => years.map(({ answer }) => answer!.planActionId)),
  );
  return {
    on: raising.map(({ from }) => from).reduce(laterOf),
    actions: [...new Set(ids)].flatMap((id) => actions.get(id) ?? []).map(nameOf),
  };
}

function nameOf({ plan, code, title }: ActionName): ActionName {
  return { plan, code, title };
}
