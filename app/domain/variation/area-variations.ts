import { type EditFact, groundsOf } from "./edit-variations.ts";
import type { ChangedArea, Variation } from "./variations.ts";

/** The variations of an area itself (R12, 0008): added to the adopted plan, or reworded. */
export function areaVariations(area: ChangedArea, edits: ReadonlyMap<number, EditFact>): Variation[] {
  return area.changes.map(({ edit, on, from, to }) => ({
    ...groundsOf(edits.get(edit)!),
    kind: from === null ? "added" : "reworded",
    on,
    area: { code: area.code, title: area.title },
    action: null,
    years: [],
    changes: [{ kind: "area-title", from, to }],
  }));
}
