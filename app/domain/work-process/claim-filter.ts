import { fold, wordsOf } from "../words.ts";
import { CLAIM_STATES, type ClaimState } from "./claims.ts";

/** How a list of claims is narrowed and counted: by state, and those that are void, which is computed (R7). */
export const CLAIM_STANDS = [...CLAIM_STATES, "void"] as const;
export type ClaimStands = (typeof CLAIM_STANDS)[number];

/** What a list of claims is narrowed to; what is undefined narrows nothing. `action`: its plan and code, `2021-2023/4.6.3`. */
export type ClaimFilter = { stands?: ClaimStands; action?: string; text?: string };

/** What of a claim a filter asks about. */
export type FilteredClaim = {
  process: { code: string; title: string };
  rationale: string;
  told: {
    state: ClaimState;
    isVoid: boolean;
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
      (stands === undefined || doesStand(claim, stands)) &&
      (action === undefined || claim.told.actions.some((one) => actionName(one) === action)) &&
      (words.length === 0 || says(claim, words)),
  );
}

/** How many claims there are of each state; the void ones are among them, and a rejected one is no longer void. */
export function countClaims(claims: readonly FilteredClaim[]): Record<ClaimStands, number> {
  const counts = CLAIM_STANDS.map((stands) => [
    stands,
    claims.filter((claim) => doesStand(claim, stands)).length,
  ]);
  return Object.fromEntries(counts) as Record<ClaimStands, number>;
}

/** "2021-2023/4.6.3": an action as forms, filters and exports name it. */
export function actionName({ plan, code }: { plan: string; code: string }): string {
  return `${plan}/${code}`;
}

function doesStand({ told }: Pick<FilteredClaim, "told">, stands: ClaimStands): boolean {
  return stands === "void" ? told.isVoid && told.state !== "rejected" : told.state === stands;
}

function says({ process, rationale, told }: FilteredClaim, words: readonly string[]): boolean {
  const actions = told.actions.flatMap(({ code, title }) => [code, title]);
  const said = fold([process.code, process.title, rationale, ...actions].join(" "));
  return words.every((word) => said.includes(word));
}
