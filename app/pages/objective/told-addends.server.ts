import type { ToldAddend, Unmeasured } from "#app/components/objective/why-percent.tsx";
import type { Addend } from "#app/domain/objective/objective-progress.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { partsWords } from "#app/objective-sentences.ts";
import { occurrencesWords } from "#app/term-sentences.ts";
import type { KnownActions } from "./told-links.server.ts";

/** What the progress of an objective is the sum of, each addend with what it is and where it is read. */
export function toldAddends({ progress, steps }: ObjectiveOnDay, actions: KnownActions): ToldAddend[] {
  const named = {
    steps: new Map(steps.map((step) => [step.id, { ...step, name: stepName(step) }])),
    years: new Map(
      [...actions.values()].flatMap((action) =>
        action.years.map((year) => [year.id, { action, year: year.year }] as const),
      ),
    ),
  };
  return progress.addends.map((addend) => ({
    ...nameOf(addend, named),
    id: addend.id,
    weight: addend.weight,
    done: { words: partsWords(addend.done), value: addend.weight * (addend.done.parts / addend.done.of) },
    expected: {
      words: partsWords(addend.expected),
      value: addend.weight * (addend.expected.parts / addend.expected.of),
    },
  }));
}

type Named = {
  steps: ReadonlyMap<number, { ordinal: number; name: string; text: string }>;
  years: ReadonlyMap<number, { action: { plan: string; code: string; title: string }; year: number }>;
};

function nameOf({ kind, id }: Addend, { steps, years }: Named): Pick<ToldAddend, "step" | "year"> {
  if (kind === "step") {
    const { ordinal, name, text } = steps.get(id)!;
    return { step: { ordinal, name, text }, year: null };
  }
  const { action, year } = years.get(id)!;
  return { step: null, year: { plan: action.plan, code: action.code, title: action.title, year } };
}

/** What is never in the percentage (R9), and why: what goes on, and what could not be read. */
export function unmeasuredOf({ steps }: ObjectiveOnDay): Unmeasured {
  const continuous = steps.filter(({ measure }) => measure.kind === "continuous");
  const names = (those: readonly StepOnDay[]) =>
    those.map((step) => ({ ordinal: step.ordinal, name: stepName(step) }));
  const [unread, unwritten] = [
    continuous.filter(({ isUnread }) => isUnread),
    continuous.filter(({ planned_as_written }) => planned_as_written === null),
  ];
  const reports = continuous.flatMap((step) => step.reports);
  return {
    continuous: names(continuous.filter((step) => !unread.includes(step) && !unwritten.includes(step))),
    unread: names(unread),
    unwritten: names(unwritten),
    reported: reports.length === 0 ? null : occurrencesWords(reports),
  };
}
