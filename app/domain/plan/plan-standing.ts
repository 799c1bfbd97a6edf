import type { Day } from "../days.ts";

export const PLAN_STANDINGS = ["in-force", "adopted", "draft"] as const;

/** How a plan stands on a day: the one in force, another that was adopted by then, or one that was not yet. */
export type PlanStanding = (typeof PLAN_STANDINGS)[number];

type Adoptable = { id: number; adopted_on: Day | null };

/** `inForce`: the plan in force on the day, if there is one. */
export function standingOf(plan: Adoptable, inForce: Adoptable | undefined, day: Day): PlanStanding {
  if (plan.id === inForce?.id) return "in-force";
  return plan.adopted_on !== null && plan.adopted_on <= day ? "adopted" : "draft";
}

/** Plans in the order in which a person looks for something: the one in force, those adopted, latest first, then drafts. */
export function inOrderOfInterest<Plan extends { standing: PlanStanding; first_year: number }>(
  plans: readonly Plan[],
): Plan[] {
  const place = ({ standing }: Plan) => PLAN_STANDINGS.indexOf(standing);
  return [...plans].sort((a, b) => place(a) - place(b) || b.first_year - a.first_year);
}
