import type { ToldAddend, ToldSums, Unmeasured } from "#app/components/objective/why-percent.tsx";
import type { Addend, ObjectiveProgress } from "#app/domain/objective/objective-progress.ts";
import type { ObjectiveOnDay, StepOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { divisionWords, numberWords, partsWords, sumWords } from "#app/objective-sentences.ts";
import { lateDoneWords, occurrencesWords } from "#app/term-sentences.ts";
import type { KnownActions } from "./told-links.server.ts";

/** What the progress of an objective is the sum of, each addend with what it is and where it is read. */
export function toldAddends(
  { progress, steps }: ObjectiveOnDay,
  actions: KnownActions,
): { addends: ToldAddend[]; sums: ToldSums } {
  const named = {
    steps: new Map(steps.map((step) => [step.id, { ...step, name: stepName(step) }])),
    years: new Map(
      [...actions.values()].flatMap((action) =>
        action.years.map((year) => [year.id, { action, year: year.year }] as const),
      ),
    ),
  };
  const [done, expected] = [weighedWords(progress, "done"), weighedWords(progress, "expected")];
  const addends = progress.addends.map((addend, index) => ({
    ...nameOf(addend, named),
    id: addend.id,
    weight: addend.weight,
    done: { words: partsWords(addend.done), weighed: done.parts[index]! },
    expected: { words: partsWords(addend.expected), weighed: expected.parts[index]! },
  }));
  const weight = numberWords(progress.weight);
  const division = progress.percent === null ? null : divisionWords(progress);
  return { addends, sums: { weight, done: done.total, expected: expected.total, division } };
}

function weighedWords({ addends }: ObjectiveProgress, what: "done" | "expected") {
  return sumWords(addends.map((addend) => addend.weight * (addend[what].parts / addend[what].of)));
}

type Named = {
  steps: ReadonlyMap<number, StepOnDay & { name: string }>;
  years: ReadonlyMap<number, { action: { plan: string; code: string; title: string }; year: number }>;
};

function nameOf({ kind, id }: Addend, { steps, years }: Named): Pick<ToldAddend, "step" | "year" | "late"> {
  if (kind === "step") {
    const step = steps.get(id)!;
    const { ordinal, name, text } = step;
    return { step: { ordinal, name, text }, year: null, late: lateDoneWords(step) };
  }
  const { action, year } = years.get(id)!;
  return {
    step: null,
    year: { plan: action.plan, code: action.code, title: action.title, year },
    late: null,
  };
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
