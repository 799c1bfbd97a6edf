import type { Day } from "./days.ts";
import { groupBy } from "./grouping.ts";
import { heldOn, type Held } from "./life.ts";
import type { Basis, BlockerKind, Extent, Removability } from "./level/blockers.ts";
import type { Work } from "./level/claimed-work.ts";
import {
  claimOnDay,
  type ClaimFact,
  type ClaimOnDay,
  holds,
  mayHold,
  type NamedAction,
} from "./level/claims-on-day.ts";
import { isAbove, type Level, type Written } from "./level/levels.ts";

/** Processes, blockers and claims with all the rows of their lives, as `listMapFacts` reads them: facts of every day. */
export type MapFacts = {
  processes: readonly (Held & { id: number; code: string; written: Written; observed_on: Day })[];
  blockers: readonly (Held & {
    id: number;
    work_process_id: number;
    ordinal: number;
    kind: BlockerKind;
    subkind: string | null;
    extent: Extent;
    basis: Basis;
    removability: Removability;
  })[];
  claims: readonly (Held & ClaimFact)[];
  claimActions: readonly { unblock_claim_id: number; plan_action_id: number }[];
  claimYears: readonly { unblock_claim_id: number; plan_action_id: number; action_year_id: number }[];
};

/** What has become of a blocker: `reduced` stops a part where it stopped the whole, and a part where it stopped a part. */
export type BlockerState = "open" | "reduced" | "removed";

export type BlockerOnDay = {
  id: number;
  ordinal: number;
  kind: BlockerKind;
  subkind: string | null;
  extent: Extent;
  basis: Basis;
  removability: Removability;
  state: BlockerState;
  claims: ClaimOnDay[];
};

/**
 * Which of the four figures a process below SI is counted in (R7): the level may still rise; a structural blocker stays for ever; a
 * claim lightens the work and the level stays; no action is claimed to unlock it.
 */
export const FIGURES = ["unlockable", "never", "lightened", "without-action"] as const;
export type Figure = (typeof FIGURES)[number];

/** A process on a day. `observedOn`: the day that its map describes; `figure`: null for SI and for what is outsourced. */
export type ProcessOnDay = {
  id: number;
  code: string;
  written: Written;
  observedOn: Day;
  level: Level;
  attainable: Level;
  figure: Figure | null;
  blockers: BlockerOnDay[];
};

/** All the claims on a process, whatever they may do. */
export function claimsOf({ blockers }: Pick<ProcessOnDay, "blockers">): ClaimOnDay[] {
  return blockers.flatMap(({ claims }) => claims);
}

/**
 * The level of every process on a day, and the one that it can attain (R7), each with what explains it. A process stands from the
 * day that its map describes to that of its retirement; `work` is that of the same day.
 */
export function smartabilityAt(facts: MapFacts, work: Work): ProcessOnDay[] {
  const { day } = work.at;
  const named = namedActions(facts);
  const claims = groupBy(heldOn(facts.claims, day), (claim) => claim.blocker_id);
  const blockers = groupBy(heldOn(facts.blockers, day), (blocker) => blocker.work_process_id);
  return heldOn(facts.processes, day).map(({ id, code, written, observed_on }) => {
    const own = (blockers.get(id) ?? []).map(
      ({ id, ordinal, kind, subkind, extent, basis, removability }): BlockerOnDay => {
        const onDay = (claims.get(id) ?? []).map((claim) =>
          claimOnDay(claim, named.get(claim.id) ?? [], { observedOn: observed_on, work }),
        );
        const state = blockerUnder({ removability, claims: onDay }, holds);
        return { id, ordinal, kind, subkind, extent, basis, removability, state, claims: onDay };
      },
    );
    const level = levelUnder({ written, blockers: own }, holds);
    const attainable = levelUnder({ written, blockers: own }, mayHold);
    const figure = figureOf({ level, attainable, blockers: own });
    return { id, code, written, observedOn: observed_on, level, attainable, figure, blockers: own };
  });
}

/**
 * The level that a process has when the claims that `taken` says hold (R7): written as outsourced → esterno; some open whole
 * blocker → NO; some open part → IN PARTE; else SI.
 *
 *     levelUnder(process, holds)      // today's
 *     levelUnder(process, mayHold)    // the attainable one
 */
export function levelUnder(
  {
    written,
    blockers,
  }: { written: Written; blockers: readonly Pick<BlockerOnDay, "extent" | "removability" | "claims">[] },
  taken: (claim: ClaimOnDay) => boolean,
): Level {
  if (written === "outsourced") return "outsourced";
  let level: Level = "yes";
  for (const blocker of blockers) {
    const state = blockerUnder(blocker, taken);
    if (state === "open" && blocker.extent === "whole") return "no";
    if (state !== "removed") level = "in-part";
  }
  return level;
}

/**
 * What the best of the claims on a blocker makes of it, among those taken to hold: claims are alternatives (R7). None acts on a
 * structural one, whenever it was made: a blocker may have been found to be structural after.
 */
export function blockerUnder(
  { removability, claims }: Pick<BlockerOnDay, "removability" | "claims">,
  taken: (claim: ClaimOnDay) => boolean,
): BlockerState {
  if (removability === "structural") return "open";
  let state: BlockerState = "open";
  for (const claim of claims) {
    if (!taken(claim)) continue;
    if (claim.effect === "full") return "removed";
    state = "reduced";
  }
  return state;
}

/** The first of the four figures that fits (R7). */
function figureOf({
  level,
  attainable,
  blockers,
}: Pick<ProcessOnDay, "level" | "attainable" | "blockers">): Figure | null {
  if (level === "yes" || level === "outsourced") return null;
  if (isAbove(attainable, level)) return "unlockable";
  if (blockers.some(({ removability }) => removability === "structural")) return "never";
  return blockers.some(({ claims }) => claims.some(mayHold)) ? "lightened" : "without-action";
}

/** What each claim names, whatever the day. */
export function namedActions({ claimActions, claimYears }: MapFacts): Map<number, NamedAction[]> {
  const years = groupBy(claimYears, (row) => `${row.unblock_claim_id} ${row.plan_action_id}`);
  const actions = groupBy(claimActions, (row) => row.unblock_claim_id);
  return new Map(
    [...actions].map(([claim, rows]) => [
      claim,
      rows.map(({ plan_action_id }) => ({
        planActionId: plan_action_id,
        yearIds: (years.get(`${claim} ${plan_action_id}`) ?? []).map(({ action_year_id }) => action_year_id),
      })),
    ]),
  );
}
