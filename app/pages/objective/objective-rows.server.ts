import type { ObjectiveRowProps } from "#app/components/objective/objective-table.tsx";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { isBehind } from "#app/domain/objective/objective-counts.ts";
import { doneWords, expectedWords } from "#app/objective-sentences.ts";

/** An objective as lists show it. */
export function objectiveRow(objective: ObjectiveOnDay): ObjectiveRowProps {
  const { progress, figures } = objective;
  return {
    code: objective.code,
    title: objective.title,
    document: objective.document,
    number: objective.number_as_written,
    kind: objective.kind,
    isTransversal: objective.is_transversal === 1,
    offices: objective.offices,
    areOfficesChosen: objective.office_is_chosen === 1,
    weight: objective.weight,
    figures: {
      percent: progress.percent,
      expectedPercent: progress.expectedPercent,
      done: doneWords(progress),
      expected: expectedWords(progress),
      isBehind: isBehind(progress),
      declared: figures.declared?.percent ?? null,
      validated: figures.validated?.percent ?? null,
    },
    actions: new Set(objective.links.map((link) => link.plan_action_id)).size,
  };
}
