import type { Day } from "../days.ts";
import { changesBy, type PlanActionChange } from "../edit/plan-action-changes.ts";
import { editsSinceAdoption, heldAfter, type LifeRows } from "../edit/plan-action-history.ts";
import type { Role } from "../permissions.ts";
import type { NamedAction, Variation, VariationKind } from "./variations.ts";

/** Who edited, when, why and by which act. */
export type EditFact = {
  id: number;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  reason: string;
  act_organ: string | null;
  act_number: string | null;
  act_on: Day | null;
  /** Set where a rescheduling brought the edit: the offices that it wrote are the line's doing, told by it (0003). */
  offices_from_action_year_id: number | null;
};

/** Themes and norms are ours, not the plan's (0023); a due day changes with a line, and is told there. */
const REASSIGNS: readonly PlanActionChange["kind"][] = ["responsibles", "lead", "offices"];
const REWORDS: readonly PlanActionChange["kind"][] = ["title", "area", "weight"];

/**
 * The variations that edits made of one action (R12): of each edit at most one that re-assigns it and one that rewords it, and
 * one for each annualità that it added. An action that was added is one variation, with its years.
 */
export function editVariations({
  action,
  rows,
  edits,
  adoptedOn,
}: {
  action: NamedAction;
  rows: LifeRows;
  edits: ReadonlyMap<number, EditFact>;
  adoptedOn: Day | null;
}): Variation[] {
  return editsSinceAdoption(rows, adoptedOn).flatMap(({ edit, on }) => {
    const fact = edits.get(edit)!;
    const changes = changesBy(rows, edit);
    const years = heldAfter(rows, edit).years.map(({ year }) => year);
    return partsOf(changes, years, fact).map((part) => ({
      ...groundsOf(fact),
      ...named(action),
      ...part,
      on,
    }));
  });
}

/** What every variation of an edit says of it. */
export function groundsOf(edit: EditFact) {
  const { act_organ: name, act_number: number, act_on: on } = edit;
  return {
    recordedAt: edit.recorded_at,
    target: null,
    takesBack: null,
    reason: edit.reason,
    act: name === null ? null : { name, number, on, link: null },
    author: { role: edit.author_role, office: edit.author_office },
    source: { kind: "edit" as const, id: edit.id },
  };
}

function named({ code, title, area }: NamedAction) {
  return { action: { code, title }, area };
}

type Part = { kind: VariationKind; years: number[]; changes: PlanActionChange[] };

function partsOf(changes: PlanActionChange[], years: number[], fact: EditFact): Part[] {
  if (changes.some(({ kind }) => kind === "created")) return [{ kind: "added", years, changes }];
  const isOfALine = fact.offices_from_action_year_id !== null;
  const among = (kinds: readonly string[]) => changes.filter(({ kind }) => kinds.includes(kind));
  const clarified = among(["unknown-years"]);
  const added = changes.flatMap((change): Part[] =>
    change.kind === "year-added"
      ? [{ kind: "added", years: [change.year], changes: [change, ...clarified] }]
      : [],
  );
  const ended = changes.flatMap((change): Part[] =>
    change.kind === "year-ended" ? [{ kind: "dropped", years: [change.year], changes: [change] }] : [],
  );
  const reassigned = isOfALine ? [] : among(REASSIGNS);
  const reworded = [...among(REWORDS), ...(added.length > 0 ? [] : clarified)];
  return [
    ...added,
    ...ended,
    ...(reassigned.length > 0 ? [{ kind: "reassigned" as const, years: [], changes: reassigned }] : []),
    ...(reworded.length > 0 ? [{ kind: "reworded" as const, years: [], changes: reworded }] : []),
  ];
}
