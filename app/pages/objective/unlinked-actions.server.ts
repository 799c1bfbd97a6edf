import type { Viewpoint } from "#app/domain/days.ts";
import { actionsWithoutObjective } from "#app/domain/objective/objective-counts.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { adoptedPlansOnDay } from "#app/pages/plan/plan-on-day.server.ts";

/** Of each plan adopted by a day, how many actions no objective rests on. */
export async function unlinkedActions(objectives: readonly ObjectiveOnDay[], at: Viewpoint) {
  const plans = await adoptedPlansOnDay(at);
  return plans.map(({ plan, actions }) => ({
    plan: plan.code,
    without: actionsWithoutObjective(actions, objectives).length,
    total: actions.length,
  }));
}
