import type { ObjectiveProgress } from "./objective-progress.ts";
import type { ObjectiveOnDay } from "./objectives-on-day.ts";

type Counted = Pick<ObjectiveOnDay, "links" | "steps" | "progress">;

/** What a list of objectives comes to: how many can be measured, how many of them are under what was expected, and what is missing (R9). */
export type ObjectiveCounts = {
  total: number;
  measurable: number;
  behind: number;
  withoutActions: number;
  unreadTerms: number;
};

export function countObjectives(objectives: readonly Counted[]): ObjectiveCounts {
  const many = (test: (one: Counted) => boolean) => objectives.filter(test).length;
  return {
    total: objectives.length,
    measurable: many(({ progress }) => progress.percent !== null),
    behind: many(({ progress }) => isBehind(progress)),
    withoutActions: many(({ links }) => links.length === 0),
    unreadTerms: objectives.flatMap(({ steps }) => steps).filter(({ isUnread }) => isUnread).length,
  };
}

/**
 * True where less is done than was expected by the day looked at. The percentages are compared as they are shown: "7% against 7%, behind" would be
 * explained by no figure that anybody sees.
 */
export function isBehind(progress: Pick<ObjectiveProgress, "percent" | "expectedPercent">): boolean {
  const { percent, expectedPercent } = progress;
  return percent !== null && expectedPercent !== null && percent < expectedPercent;
}

/** The actions that no objective rests on: legitimate, and listed (R9). */
export function actionsWithoutObjective<Action extends { id: number }>(
  actions: readonly Action[],
  objectives: readonly Pick<ObjectiveOnDay, "links">[],
): Action[] {
  const linked = new Set(objectives.flatMap(({ links }) => links.map((link) => link.plan_action_id)));
  return actions.filter(({ id }) => !linked.has(id));
}
