import { type Variation, VARIATION_KINDS, type VariationKind } from "./variations.ts";

export type VariationTally = { total: number; counts: Record<VariationKind, number> };

/** How many variations there are, of each kind. */
export function tallyVariations(variations: readonly Variation[]): VariationTally {
  const counts = Object.fromEntries(VARIATION_KINDS.map((kind) => [kind, 0])) as VariationTally["counts"];
  for (const { kind } of variations) counts[kind] += 1;
  return { total: variations.length, counts };
}

/** The same for each area that has any, in the order of the plan. */
export function variationsByArea(
  variations: readonly Variation[],
  areas: readonly { code: string; title: string }[],
): ({ code: string; title: string } & VariationTally)[] {
  return areas
    .map(({ code, title }) => ({
      code,
      title,
      ...tallyVariations(variations.filter(({ area }) => area.code === code)),
    }))
    .filter(({ total }) => total > 0);
}

/** Those of a kind and of an area, where one is asked for. */
export function filterVariations(
  variations: readonly Variation[],
  asked: { kind?: VariationKind; area?: string },
): Variation[] {
  return variations.filter(
    ({ kind, area }) =>
      (asked.kind === undefined || kind === asked.kind) &&
      (asked.area === undefined || area.code === asked.area),
  );
}
