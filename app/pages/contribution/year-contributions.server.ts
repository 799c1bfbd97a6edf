import { whyNone } from "#app/domain/contribution/contribution-decisions.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { contributingOffices, mayDecideContributions } from "#app/domain/permissions.ts";
import type { PlanActionOnDay, PlanFacts } from "#app/domain/plan/plan-at.ts";
import { db } from "#db/connection.server.ts";
import type { ContributionRow } from "#db/contribution/contributions.ts";
import { findReviewedUpTo } from "#db/review/reviews.ts";
import type { PlanRow } from "#db/schema.ts";
import type { User } from "#db/users.ts";
import { lastSequencesOf } from "#app/domain/status/last-sequences.ts";
import { sharedYearsOf } from "./contributions.server.ts";
import { offerOf } from "./takeover.server.ts";

/**
 * The contributions to each shared annualità of an action, by its id, and what the person looking may do about them: report
 * the own, or take the proposal over. On a past day there is nothing to do.
 */
export async function yearContributionsOf(
  { plan, facts, action }: { plan: PlanRow; facts: PlanFacts; action: PlanActionOnDay },
  contributions: readonly ContributionRow[],
  user: User,
  at: Viewpoint,
) {
  const sequences = lastSequencesOf(facts.lines);
  const reviewedUpTo = await findReviewedUpTo(db, plan.id);
  const years = sharedYearsOf(action, facts, contributions, at.day).map((year) => {
    const { actionYear, says, proposal, differs } = year;
    const none = whyNone({ adoptedOn: plan.adopted_on, status: actionYear.status, today: at.day });
    const isOffered = !at.isOver && none === undefined && mayDecideContributions(user);
    const offer = isOffered
      ? offerOf({ ...year, plan, action, sequence: sequences.get(actionYear.id) ?? 0, reviewedUpTo }, at.day)
      : undefined;
    return {
      id: actionYear.id,
      says,
      proposal,
      differs,
      mayReport: !at.isOver && none === undefined && contributingOffices(user, actionYear).length > 0,
      token: offer?.decision.ok ? offer.token : null,
    };
  });
  return new Map(years.map((year) => [year.id, year]));
}
