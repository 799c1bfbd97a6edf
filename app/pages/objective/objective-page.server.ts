import type { Viewpoint } from "#app/domain/days.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { progressSentence } from "#app/objective-sentences.ts";
import { toldActivities } from "./told-steps.server.ts";

/** An objective as its page tells it. */
export async function toldObjective(objective: ObjectiveOnDay, at: Viewpoint) {
  return {
    ...objective,
    sentence: progressSentence(objective.progress, at),
    activities: toldActivities(objective, at),
  };
}
