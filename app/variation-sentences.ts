import {
  type Variation,
  type VariationAct,
  type VariationChange,
  VARIATION_KINDS,
  type VariationKind,
  type VariationTarget,
} from "./domain/variation/variations.ts";
import { changeParts } from "./edit-sentences.ts";
import { capitalize, count, dayWith, joinWords } from "./format.ts";
import { joined, type Part } from "./sentence-parts.ts";

export const VARIATION_LABEL: Record<VariationKind, { one: string; many: string }> = {
  added: { one: "aggiunta", many: "aggiunte" },
  dropped: { one: "eliminata", many: "eliminate" },
  postponed: { one: "rinviata", many: "rinviate" },
  "brought-forward": { one: "anticipata", many: "anticipate" },
  reassigned: { one: "riassegnata", many: "riassegnate" },
  reworded: { one: "riscritta", many: "riscritte" },
  "taken-back": { one: "ritirata", many: "ritirate" },
};

/** "31 variazioni dall’adozione: 3 eliminate e 28 rinviate": what the page of the variations finds. */
export function variationsFinding(total: number, counts: Record<VariationKind, number>): string {
  if (total === 0) return "Nessuna variazione dall’adozione";
  const kinds = VARIATION_KINDS.filter((kind) => counts[kind] > 0);
  const parts = kinds.map((kind) =>
    count(counts[kind], VARIATION_LABEL[kind].one, VARIATION_LABEL[kind].many),
  );
  return `${count(total, "variazione", "variazioni")} dall’adozione: ${joinWords(parts)}`;
}

/** What a variation changed, without the action that it is of: "dal 2021 al 2023", "titolo da «Rete» a «Reti»". */
export function variationParts(variation: Variation, plan: string): Part[] {
  const { kind, years, target, takesBack, changes, action } = variation;
  const of = joinWords(years.map(String));
  if (kind === "taken-back")
    return [`annualità ${of} riaperta: non è più ${takesBack ? VARIATION_LABEL[takesBack].one : "chiusa"}`];
  if (target) return [`dal ${of} `, { strong: targetWords(target, plan) }];
  if (kind === "dropped") return ["annualità ", { strong: of }, " eliminata"];
  if (kind === "added" && action)
    return changes.some((change) => change.kind === "created")
      ? ["azione aggiunta al piano", ...(of ? [", per il ", { strong: of }] : [])]
      : addedYear(of, changes);
  return joined(changes.map(partsOf), "; ");
}

function addedYear(year: string, changes: readonly VariationChange[]): Part[] {
  const clarified = changes.some((change) => change.kind === "unknown-years");
  return ["annualità ", { strong: year }, clarified ? " aggiunta: era senza anno" : " aggiunta"];
}

function partsOf(change: VariationChange): Part[] {
  if (change.kind !== "area-title") return changeParts(change);
  return change.from === null
    ? ["ambito aggiunto: ", { strong: `«${change.to}»` }]
    : [`nome dell’ambito da «${change.from}» a `, { strong: `«${change.to}»` }];
}

function targetWords({ plan, year }: VariationTarget, own: string): string {
  return plan === own ? `al ${year}` : `al ${year} del piano ${plan}`;
}

/** "Giunta comunale, n. 12 del 04/01/2022"; "Deliberazione n. 202 del 14/12/2021". */
export function variationActWords({ name, number, on }: VariationAct, source: Variation["source"]): string {
  const parts = [number && `n. ${number}`, on && dayWith("del", on)].filter(Boolean).join(" ");
  const between = source.kind === "edit" ? ", " : " ";
  return parts === "" ? capitalize(name) : `${capitalize(name)}${between}${parts}`;
}
