import type { ToldLink } from "#app/components/objective/linked-actions.tsx";
import type { Viewpoint } from "#app/domain/days.ts";
import { isOfYear } from "#app/domain/objective/objective-filter.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";
import { adoptedPlansOnDay } from "#app/pages/plan/plan-on-day.server.ts";

export type KnownActions = ReadonlyMap<number, PlanActionOnDay & { plan: string }>;

/** The actions of the plans adopted by a day, by id. */
export async function adoptedActions(at: Viewpoint): Promise<KnownActions> {
  const plans = await adoptedPlansOnDay(at);
  return new Map(
    plans.flatMap(({ plan, actions }) =>
      actions.map((one) => [one.id, { ...one, plan: plan.code }] as const),
    ),
  );
}

/**
 * The actions that an objective rests on, each link with the annualità that it counts and those that it does not (R9): cancelled, of other years, or
 * counted by a link of their own.
 */
export function toldLinks(objective: ObjectiveOnDay, actions: KnownActions): ToldLink[] {
  const counted = new Set(
    objective.progress.addends.filter(({ kind }) => kind === "action-year").map(({ id }) => id),
  );
  const alone = new Set(objective.links.flatMap((link) => link.action_year_id ?? []));
  return objective.links.map((link) => {
    const action = actions.get(link.plan_action_id);
    const isOfLink = (id: number) =>
      link.action_year_id === null ? !alone.has(id) : link.action_year_id === id;
    const years = action?.years ?? [];
    return {
      id: link.id,
      plan: link.plan,
      code: link.action,
      title: action?.title ?? null,
      onlyYear: link.year,
      rationale: link.rationale,
      weight: link.weight,
      years: years.filter(({ id }) => isOfLink(id) && counted.has(id)),
      uncounted: years
        .filter(({ id }) => !(isOfLink(id) && counted.has(id)))
        .map((year) => ({
          ...year,
          why:
            isOfLink(year.id) && isOfYear(objective, year.year)
              ? ("cancelled" as const)
              : alone.has(year.id) && counted.has(year.id)
                ? ("elsewhere" as const)
                : ("other-year" as const),
        })),
    };
  });
}
