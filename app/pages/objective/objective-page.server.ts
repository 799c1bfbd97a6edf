import { dayInRome, type Viewpoint } from "#app/domain/days.ts";
import { indicatorsOn } from "#app/domain/objective/indicators.ts";
import { movedMeasures } from "#app/domain/objective/moved-measures.ts";
import { spanOf } from "#app/domain/objective/objectives.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { doneWords, progressSentence, whyNotMeasurable } from "#app/objective-sentences.ts";
import { db } from "#db/connection.server.ts";
import { listIndicatorFacts } from "#db/objective/indicators.ts";
import { listDiscrepancies, listPriorities } from "#db/objective/objective-documents.ts";
import { listObjectiveNotes } from "#db/objective/objective-notes.ts";
import { objectiveStory } from "./objective-history.server.ts";
import { objectiveFacts } from "./objectives-on-day.server.ts";
import { toldAddends, unmeasuredOf } from "./told-addends.server.ts";
import { adoptedActions, toldLinks } from "./told-links.server.ts";
import { toldActivities } from "./told-steps.server.ts";

/** An objective as its page tells it on a day. */
export async function toldObjective(objective: ObjectiveOnDay, at: Viewpoint) {
  const { progress } = objective;
  const actions = await adoptedActions(at);
  const facts = await objectiveFacts();
  const lives = facts.steps.filter(({ objective_id }) => objective_id === objective.id);
  const indicators = indicatorsOn(await listIndicatorFacts(db, objective.id), at.day);
  const notes = (await listObjectiveNotes(db, objective.id)).filter(
    ({ recorded_at }) => dayInRome(recorded_at) <= at.day,
  );
  return {
    sentence: progressSentence(progress, at),
    figures: { percent: progress.percent, done: doneWords(progress), figures: objective.figures },
    why: {
      percent: progress.percent,
      ...toldAddends(objective, actions),
      unmeasured: unmeasuredOf(objective),
      moved: movedMeasures(lives, spanOf(objective), at.day),
      whyNot: progress.percent === null ? whyNotMeasurable(objective) : null,
    },
    links: toldLinks(objective, actions),
    activities: toldActivities(objective, at),
    indicators,
    notes: notes.toReversed(),
    story: await objectiveStory(objective.id, { facts, notes, indicators }, at.day),
    discrepancies: await discrepanciesOf(objective),
    priorities: await listPriorities(db, objective.document),
  };
}

/** Those of the objective, and of the whole document that it is read from: the first words of every source name it. */
async function discrepanciesOf(objective: ObjectiveOnDay) {
  const documentOf = (source: string) => source.split(",")[0]!;
  return (await listDiscrepancies(db, objective.id)).filter(
    (one) => one.objective_id !== null || documentOf(one.source) === documentOf(objective.source),
  );
}
