import { fold, wordsOf } from "../words.ts";
import { CLAIM_STATES, type ClaimState } from "./claims.ts";

/**
 * How a list of claims is narrowed and counted: by state, those proposed or confirmed that are void (computed, R7) apart. Each claim
 * stands in one of them, so that the counts add up.
 */
export const CLAIM_STANDS = [...CLAIM_STATES, "void"] as const;
export type ClaimStands = (typeof CLAIM_STANDS)[number];

/** What a list of claims is narrowed to; what is undefined narrows nothing. `action`: its plan and code, `2021-2023/4.6.3`. */
export type ClaimFilter = { stands?: ClaimStands; action?: string; text?: string };

type Standing = { state: ClaimState; isVoid: boolean };

/** What of a claim a filter asks about. */
export type FilteredClaim = {
  process: { code: string; title: string };
  rationale: string;
  told: Standing & { actions: readonly { plan: string; code: string; title: string }[] };
};

export function filterClaims<Claim extends FilteredClaim>(
  claims: readonly Claim[],
  { stands, action, text }: ClaimFilter,
): Claim[] {
  const words = wordsOf(text ?? "");
  return claims.filter(
    (claim) =>
      (stands === undefined || standsOf(claim.told) === stands) &&
      (action === undefined || claim.told.actions.some((one) => actionName(one) === action)) &&
      (words.length === 0 || says(claim, words)),
  );
}

/** How many claims stand where. */
export function countClaims(claims: readonly Standing[]): Record<ClaimStands, number> {
  const counts = Object.fromEntries(CLAIM_STANDS.map((stands) => [stands, 0])) as Record<ClaimStands, number>;
  for (const claim of claims) counts[standsOf(claim)] += 1;
  return counts;
}

/** "2021-2023/4.6.3": an action as forms, filters and exports name it. */
export function actionName({ plan, code }: { plan: string; code: string }): string {
  return `${plan}/${code}`;
}

export function standsOf({ state, isVoid }: Standing): ClaimStands {
  return isVoid && (state === "proposed" || state === "confirmed") ? "void" : state;
}

function says({ process, rationale, told }: FilteredClaim, words: readonly string[]): boolean {
  const actions = told.actions.flatMap(({ code, title }) => [code, title]);
  const said = fold([process.code, process.title, rationale, ...actions].join(" "));
  return words.every((word) => said.includes(word));
}
