import { type BlockerOnDay, levelUnder, type ProcessOnDay } from "../smartability.ts";
import {
  type Basis,
  type BlockerKind,
  type Extent,
  type Removability,
  removabilityOf,
  writtenExtent,
} from "../level/blockers.ts";
import { holds } from "../level/claims-on-day.ts";
import type { Level, Written } from "../level/levels.ts";

/** A blocker as a form asks for it. */
export type AskedBlocker = {
  kind: BlockerKind;
  subkind: string | null;
  extent: Extent;
  basis: Basis;
  removability: Removability;
  note: string | null;
};

/** What the form of a process says of its first blocker; its extent follows from the level. A removability left out is that of the kind. */
export type FirstBlocker = {
  kind: BlockerKind | null;
  subkind: string | null;
  removability: Removability | null;
};

export type BlockerRefusal = "process-outsourced" | "already-there" | "basis-of-nothing" | "basis-required";
export type BlockerDecision = { ok: true } | { ok: false; field: keyof AskedBlocker; reason: BlockerRefusal };

/**
 * The blockers that a process written by hand begins with: none when it is SI, one below, undefined when it is not said which (R7,
 * table). What is typed of the blocker of a process that is SI, or outsourced, counts for nothing.
 */
export function firstBlocker(
  written: Written,
  { kind, subkind, removability }: FirstBlocker,
): AskedBlocker[] | undefined {
  const extent = writtenExtent(written, 1);
  if (extent === undefined) return [];
  if (written === "outsourced")
    return [{ ...STATED, kind: "outsourced", subkind: null, extent, removability: "structural" }];
  if (kind === null) return undefined;
  const basis = kind === "unspecified" ? "none" : "stated";
  return [{ ...STATED, basis, kind, subkind, extent, removability: removability ?? removabilityOf(kind) }];
}

const STATED = { basis: "stated", note: null } as const;

/**
 * Decides whether a process may have this blocker. `others`: those that stand on it already, itself apart. One may be found on a
 * process written SI, and lowers it; on one that is outsourced it would say nothing (R7). A blocker without a reason is not based on
 * anything, and one with a reason is.
 */
export function decideBlocker(
  asked: AskedBlocker,
  { others, addedTo }: { others: readonly Pick<AskedBlocker, "kind" | "subkind">[]; addedTo: Written | null },
): BlockerDecision {
  if (addedTo === "outsourced") return { ok: false, field: "kind", reason: "process-outsourced" };
  const isThere = others.some(({ kind, subkind }) => kind === asked.kind && subkind === asked.subkind);
  if (isThere) return { ok: false, field: "kind", reason: "already-there" };
  const isUnspecified = asked.kind === "unspecified";
  if (isUnspecified && asked.basis !== "none")
    return { ok: false, field: "basis", reason: "basis-of-nothing" };
  if (!isUnspecified && asked.basis === "none")
    return { ok: false, field: "basis", reason: "basis-required" };
  return { ok: true };
}

type Standing = Pick<BlockerOnDay, "extent" | "removability" | "claims">;

/** The level that a process would have today with one blocker more (R7). */
export function levelWith({ written, blockers }: ProcessOnDay, extent: Extent): Level {
  const added: Standing = { extent, removability: "unknown", claims: [] };
  return levelUnder({ written, blockers: [...blockers, added] }, holds);
}

/** The level that a process would have today without one of its blockers. */
export function levelWithout({ written, blockers }: ProcessOnDay, ordinal: number): Level {
  return levelUnder({ written, blockers: blockers.filter((one) => one.ordinal !== ordinal) }, holds);
}

/** The level that a process would have today if one of its blockers were found to be structural: no claim acts on it any more (R7). */
export function levelIfStructural({ written, blockers }: ProcessOnDay, ordinal: number): Level {
  const changed = blockers.map((one): Standing =>
    one.ordinal === ordinal ? { ...one, removability: "structural" } : one,
  );
  return levelUnder({ written, blockers: changed }, holds);
}
