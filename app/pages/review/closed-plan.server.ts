import type { FormErrors } from "../form/form-readers.server.ts";
import { type ClosedReview, planClosedBy } from "#app/domain/review/closed-plans.ts";
import { dayWith } from "#app/format.ts";
import { db } from "#db/connection.server.ts";
import { listClosedReviews } from "#db/review/closed-reviews.ts";
import type { PlanRow } from "#db/schema.ts";

/** The review that closes a plan, null while it is open (0023). */
export async function closingReviewOf(plan: PlanRow): Promise<ClosedReview | null> {
  if (plan.adopted_on === null) return null;
  return planClosedBy(plan, await listClosedReviews(db, plan.id)) ?? null;
}

/** The refusal of a variation of a closed plan, at a field; undefined while the plan is open. */
export function closedErrors(
  plan: { code: string },
  closedBy: ClosedReview | null,
  field = "plan",
): FormErrors | undefined {
  if (!closedBy) return undefined;
  const words = `Il piano ${plan.code} è chiuso dalla fotografia ${dayWith("al", closedBy.shown_on)}: non ha più variazioni`;
  return { [field]: [words] };
}
