import type { Theme } from "../plan/themes.ts";

/** The longest title and norm, in characters, and the most norms of an action. */
export const LONGEST_TITLE = 500;
export const LONGEST_NORM = 300;
export const MOST_NORMS = 30;

/** A weight beside the usual 1 says how much more an action counts (R5): beyond this it would be the only one that counts. */
export const LARGEST_WEIGHT = 100;

/** What an action says of itself. The code is not among it: given once, it is kept when the area changes (design, section 3). */
export type Wording = {
  title: string;
  areaCode: string;
  weight: number;
  themes: readonly Theme[];
  norms: readonly string[];
};

export type WordingRefusal =
  | "title-required"
  | "area-unknown"
  | "weight-not-positive"
  | "weight-too-large"
  | "norm-too-long"
  | "too-many-norms";

export type WordingDecision =
  | { ok: true; wording: Wording }
  | { ok: false; refusals: { field: keyof Wording; reason: WordingRefusal }[] };

/**
 * Decides whether an action may be worded so (R12), and says all that is wrong at once: its form is long. The area is one of
 * its plan's; the weight multiplies the progress of the action in every mean (R5), so that nothing or less than nothing makes
 * no sense. A norm written twice is one.
 *
 *     decideWording({ ...wording, weight: 0 }, ["4.3"])
 *     // { ok: false, refusals: [{ field: "weight", reason: "weight-not-positive" }] }
 */
export function decideWording(asked: Wording, areaCodes: readonly string[]): WordingDecision {
  const { title, areaCode, weight } = asked;
  const norms = [...new Set(asked.norms)];
  const isNormLong = norms.some((norm) => norm.length > LONGEST_NORM);
  const refusals = [
    title === "" && ({ field: "title", reason: "title-required" } as const),
    !areaCodes.includes(areaCode) && ({ field: "areaCode", reason: "area-unknown" } as const),
    !(weight > 0) && ({ field: "weight", reason: "weight-not-positive" } as const),
    weight > LARGEST_WEIGHT && ({ field: "weight", reason: "weight-too-large" } as const),
    isNormLong && ({ field: "norms", reason: "norm-too-long" } as const),
    norms.length > MOST_NORMS && ({ field: "norms", reason: "too-many-norms" } as const),
  ].filter((refusal) => refusal !== false);
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, wording: { ...asked, norms } };
}

/** Whether two wordings say the same: themes and norms in whatever order. */
export function isSameWording(one: Wording, other: Wording): boolean {
  return (
    one.title === other.title &&
    one.areaCode === other.areaCode &&
    one.weight === other.weight &&
    isSameSet(one.themes, other.themes) &&
    isSameSet(one.norms, other.norms)
  );
}

export function isSameSet<Member>(one: readonly Member[], other: readonly Member[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((member) => other.includes(member));
}

export type CodeRefusal = "code-malformed" | "code-taken";

/** Numbers between points, as the plans number their actions: 4.3.7. Addresses, lines of history and the chain carry it. */
const CODE = /^[1-9]\d{0,2}(\.[1-9]\d{0,2}){1,3}$/;

/** Decides whether a new action may have this code: well formed, and no other action of the plan ever had it. */
export function decideCode(
  code: string,
  taken: readonly string[],
): { ok: true; code: string } | { ok: false; field: "code"; reason: CodeRefusal } {
  if (!CODE.test(code)) return { ok: false, field: "code", reason: "code-malformed" };
  if (taken.includes(code)) return { ok: false, field: "code", reason: "code-taken" };
  return { ok: true, code };
}

/** The order in which a plan lists its codes: number by number, so that 4.3.10 comes after 4.3.9. */
export function compareCodes(one: string, other: string): number {
  const [a, b] = [one.split(".").map(Number), other.split(".").map(Number)];
  const index = a.findIndex((number, place) => number !== b[place]);
  return index === -1 ? a.length - b.length : a[index]! - (b[index] ?? -1);
}
