import type { ClaimRow } from "#app/components/contribution/claims-list.tsx";
import type { OfferRow } from "#app/components/contribution/offers-table.tsx";
import type { ReportedYear } from "./contributions.server.ts";
import { proposalOf } from "#app/domain/contribution/proposals.ts";
import type { Offer } from "./takeover.server.ts";
import type { ContributionRow } from "#db/contribution/contributions.ts";

/** A proposal as the page of all of them tells it. */
export function offerRowOf({
  plan,
  action,
  actionYear,
  says,
  proposal,
  token,
  decision,
}: Offer): Omit<OfferRow, "isChosen" | "isMoved"> {
  return {
    plan: plan.code,
    ...action,
    actionYear,
    says,
    proposal,
    token,
    on: decision.ok ? decision.change.effectiveOn : null,
  };
}

/** A proposal to be read, where nothing can be taken over. */
export function proposalRowOf({ plan, action, actionYear, says, proposal }: ReportedYear) {
  return { plan: plan.code, ...action, actionYear, says, proposal: proposal! };
}

/** A claim that an office has no part, with what is proposed now and what would be without the office. */
export function claimRowOf({ year, claim }: { year: ReportedYear; claim: ContributionRow }): ClaimRow {
  const without = year.says.map((one) => (one.office === claim.office ? { ...one, standing: claim } : one));
  return {
    plan: year.plan.code,
    ...year.action,
    year: year.actionYear.year,
    office: claim.office_name,
    claim,
    proposal: year.proposal,
    afterwards: proposalOf(without),
  };
}
