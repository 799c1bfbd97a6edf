import type { Day } from "../days.ts";

/** What an office says of its part in a shared annualità (R10). */
export const CONTRIBUTION_STATUSES = [
  "to-start",
  "in-progress",
  "suspended",
  "completed",
  "not-pertinent",
] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/** A contribution as the rules look at it. `office`: its code; `agreed_at`: when the RTD agreed that it has no part, if ever. */
export type ContributionFact = {
  id: number;
  office: string;
  status: ContributionStatus;
  progress: number;
  effective_on: Day;
  has_evidence: 0 | 1;
  agreed_at: string | null;
};

/** One office of a shared annualità: its contribution that counts, and its claim to have no part that waits for the RTD. */
export type OfficeSays<Contribution> = {
  office: string;
  standing: Contribution | null;
  claim: Contribution | null;
};

/**
 * What each office that answers for an annualità says on a day (R10): its last contribution by then, in the order (day,
 * recording). Not pertinent counts only once the RTD agreed; until then the office's earlier contribution stands, and the
 * claim waits as long as the office reports nothing else.
 */
export function whatOfficesSay<Contribution extends ContributionFact>(
  offices: readonly string[],
  contributions: readonly Contribution[],
  day: Day,
): OfficeSays<Contribution>[] {
  const byThen = inOrder(contributions.filter((one) => one.effective_on <= day));
  return offices.map((office) => {
    const own = byThen.filter((one) => one.office === office);
    const last = own.at(-1);
    return {
      office,
      standing: own.findLast((one) => !isOpenClaim(one)) ?? null,
      claim: last && isOpenClaim(last) ? last : null,
    };
  });
}

function isOpenClaim({ status, agreed_at }: Pick<ContributionFact, "status" | "agreed_at">): boolean {
  return status === "not-pertinent" && agreed_at === null;
}

function inOrder<Contribution extends ContributionFact>(contributions: readonly Contribution[]) {
  return [...contributions].sort((a, b) =>
    a.effective_on === b.effective_on ? a.id - b.id : a.effective_on < b.effective_on ? -1 : 1,
  );
}
