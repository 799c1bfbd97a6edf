import { refusalOfWeight } from "./objective-edits.ts";

/** One of the things that an objective's progress is made of, with how much it counts beside the others (R9). `key`: `step-3`, `link-12`. */
export type Weighed = { key: string; weight: number };

export type WeightRefusal = "weight-negative" | "weight-too-large" | "nothing-weighs";
export type WeightsDecision =
  { ok: true; changed: Weighed[] } | { ok: false; refusals: { field: string; reason: WeightRefusal }[] };

/**
 * Decides about all the weights of an objective at once (R9). Where all are 0 there would be nothing to divide by. `changed`: those that
 * are not as they were: the others are not written again.
 *
 *     decideWeights([{ key: "step-1", weight: 0 }], [{ key: "step-1", weight: 1 }])
 *     // { ok: false, refusals: [{ field: "weights", reason: "nothing-weighs" }] }
 */
export function decideWeights(asked: readonly Weighed[], before: readonly Weighed[]): WeightsDecision {
  const refusals = asked.flatMap(({ key, weight }) => {
    const reason = refusalOfWeight(weight);
    return reason ? [{ field: key, reason }] : [];
  });
  if (refusals.length > 0) return { ok: false, refusals };
  if (asked.every(({ weight }) => weight === 0))
    return { ok: false, refusals: [{ field: "weights", reason: "nothing-weighs" }] };
  const was = new Map(before.map(({ key, weight }) => [key, weight]));
  return { ok: true, changed: asked.filter(({ key, weight }) => was.get(key) !== weight) };
}
