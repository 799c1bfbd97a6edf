import { fold, wordsOf } from "../words.ts";
import { actionName } from "../plan/action-names.ts";
import { CLAIM_STANDS, type ClaimStands } from "../level/claims.ts";

/** What a list of claims is narrowed to; what is undefined narrows nothing. `action`: its plan and code, `2021-2023/4.6.3`. */
export type ClaimFilter = { stands?: ClaimStands; action?: string; text?: string };

/** What of a claim a filter asks about. */
export type FilteredClaim = {
  process: { code: string; title: string };
  rationale: string;
  told: {
    stands: ClaimStands;
    actions: readonly { plan: string; code: string; title: string }[];
  };
};

export function filterClaims<Claim extends FilteredClaim>(
  claims: readonly Claim[],
  { stands, action, text }: ClaimFilter,
): Claim[] {
  const words = wordsOf(text ?? "");
  return claims.filter(
    (claim) =>
      (stands === undefined || claim.told.stands === stands) &&
      (action === undefined || claim.told.actions.some((one) => actionName(one) === action)) &&
      (words.length === 0 || says(claim, words)),
  );
}

/** How many claims stand where. */
export function countClaims(
  claims: readonly Pick<FilteredClaim["told"], "stands">[],
): Record<ClaimStands, number> {
  const counts = Object.fromEntries(CLAIM_STANDS.map((stands) => [stands, 0])) as Record<ClaimStands, number>;
  for (const { stands } of claims) counts[stands] += 1;
  return counts;
}

function says({ process, rationale, told }: FilteredClaim, words: readonly string[]): boolean {
  const actions = told.actions.flatMap(({ code, title }) => [code, title]);
  const said = fold([process.code, process.title, rationale, ...actions].join(" "));
  return words.every((word) => said.includes(word));
}
