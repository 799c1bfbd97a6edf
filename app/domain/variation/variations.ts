import type { Day, Viewpoint } from "../days.ts";
import type { AreaChange } from "../edit/area-edits.ts";
import type { PlanActionChange } from "../edit/plan-action-changes.ts";
import type { LifeRows } from "../edit/plan-action-history.ts";
import type { Role } from "../permissions.ts";
import { areaVariations } from "./area-variations.ts";
import { type EditFact, editVariations } from "./edit-variations.ts";
import { type LineOfVariation, lineVariations } from "./line-variations.ts";

/** What a change against the adopted plan is (R12). `taken-back`: a reopening, which takes a dropping or a rescheduling back. */
export const VARIATION_KINDS = [
  "added",
  "dropped",
  "postponed",
  "brought-forward",
  "reassigned",
  "reworded",
  "taken-back",
] as const;
export type VariationKind = (typeof VARIATION_KINDS)[number];

/** Where an annualità was rescheduled to: in its own plan or in the one that continues its action. */
export type VariationTarget = { plan: string; code: string; year: number };

/** The act of a variation: the organ of an edit ("Giunta comunale"), or the kind of act that proves a line ("deliberazione"). */
export type VariationAct = { name: string; number: string | null; on: Day | null; link: string | null };

/**
 * A change of the substance of an adopted plan (R12). `action` is null where the area itself was added or reworded; `years` are the
 * annualità it is of, none where it is of the whole. `changes` say what was, and what has been since; a step says it by its kind and `target`.
 */
export type Variation = {
  kind: VariationKind;
  on: Day;
  recordedAt: string;
  area: { code: string; title: string };
  action: { code: string; title: string } | null;
  years: number[];
  target: VariationTarget | null;
  changes: VariationChange[];
  /** What a reopening takes back; null for the other kinds. */
  takesBack: VariationKind | null;
  /** Null where the text was obscured. */
  reason: string | null;
  act: VariationAct | null;
  author: { role: Role; office: string | null };
  /** The edit, or the line of the history, that it is told from. */
  source: { kind: "edit" | "line"; id: number };
};

export type VariationChange = PlanActionChange | { kind: "area-title"; from: string | null; to: string };

/** An action and an area as they are called on the day looked at. */
export type NamedAction = { id: number; code: string; title: string; area: { code: string; title: string } };
export type ChangedArea = { code: string; title: string; changes: AreaChange[] };

/** What the database knows of the variations of a plan; the shapes are those of `listVariationFacts`. */
export type VariationFacts = {
  plan: { code: string; adopted_on: Day | null };
  actions: readonly NamedAction[];
  areas: readonly ChangedArea[];
  lives: ReadonlyMap<number, LifeRows>;
  edits: ReadonlyMap<number, EditFact>;
  lines: readonly LineOfVariation[];
};

/**
 * The variations of a plan up to a day (R4, R12), in order of the day from which they hold and, of one day, of recording: what the edits
 * since its adoption changed, and the steps that dropped, rescheduled or took back. A draft has none.
 */
export function variationsOf(facts: VariationFacts, at: Viewpoint): Variation[] {
  const { plan, actions, areas, lives, edits, lines } = facts;
  if (plan.adopted_on === null) return [];
  const byAction = new Map(actions.map((action) => [action.id, action]));
  const edited = [...lives].flatMap(([id, rows]) => {
    const action = byAction.get(id);
    return action ? editVariations({ action, rows, edits, adoptedOn: plan.adopted_on }) : [];
  });
  const all = [
    ...edited,
    ...areas.flatMap((area) => areaVariations(area, edits)),
    ...lineVariations(lines, plan.code, byAction),
  ];
  return all.filter(({ on }) => on <= at.day).sort(byDay);
}

function byDay(one: Variation, other: Variation): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? -1 : 1;
  return one.source.id - other.source.id;
}
