import { refusalOfWeight } from "./objective-edits.ts";

/** What a form asks for of a step. `planned` null: nothing was planned by a term. */
export type AskedStep = { text: string; planned: string | null; weight: number };

/** Where a new step is put: in an activity that there is (its ordinal), in a new one, or by itself. */
export type AskedPlace =
  { kind: "activity"; ordinal: number } | { kind: "new"; title: string } | { kind: "none" };

export type AskedNewStep = AskedStep & { place: AskedPlace };

type Standing = AskedStep & { ordinal: number; activity: number | null };

export type StepRefusal =
  | "text-required"
  | "activity-unknown"
  | "activity-title-required"
  | "already-there"
  | "weight-negative"
  | "weight-too-large"
  | "nothing-weighs";
type Refusals = { field: string; reason: StepRefusal }[];
export type StepDecision = { ok: true } | { ok: false; refusals: Refusals };

/** What else counts towards the objective: the weights of its other steps and of its links. */
type Others = { otherWeights: readonly number[] };

/**
 * Decides whether an objective may have one step more (R9). `steps`: those that stand on it. The same words in the same activity with
 * the same programmato are the same step: it would be reported twice.
 */
export function decideNewStep(
  asked: AskedNewStep,
  { steps, activities, ...others }: Others & { steps: readonly Standing[]; activities: readonly number[] },
): StepDecision {
  const { place } = asked;
  const activity = place.kind === "activity" ? place.ordinal : null;
  const isThere =
    place.kind !== "new" && steps.some((one) => one.activity === activity && isSameWording(one, asked));
  return decided([
    ...refusalsOfPlace(place, activities),
    ...refusalsOfStep(asked, others),
    ...(isThere && asked.text !== "" ? [{ field: "text", reason: "already-there" as const }] : []),
  ]);
}

/** Decides whether a step may become as asked. */
export function decideStep(asked: AskedStep, others: Others): StepDecision {
  return decided(refusalsOfStep(asked, others));
}

export function isSameStep(one: AskedStep, other: AskedStep): boolean {
  return isSameWording(one, other) && one.weight === other.weight;
}

/** The years written in a text: of what is copied from another year they are to be looked at, and never rewritten. */
export function yearsWrittenIn(text: string): number[] {
  return [...new Set(text.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [])].map(Number);
}

function refusalsOfPlace(place: AskedPlace, activities: readonly number[]): Refusals {
  if (place.kind === "new" && place.title === "")
    return [{ field: "activityTitle", reason: "activity-title-required" }];
  if (place.kind === "activity" && !activities.includes(place.ordinal))
    return [{ field: "activity", reason: "activity-unknown" }];
  return [];
}

/** Something has to count: where every weight is 0 there is nothing to divide by. */
function refusalsOfStep({ text, weight }: AskedStep, { otherWeights }: Others): Refusals {
  const isNothing = weight === 0 && otherWeights.every((one) => one === 0);
  const ofWeight: StepRefusal | undefined = isNothing ? "nothing-weighs" : refusalOfWeight(weight);
  return [
    ...(text === "" ? [{ field: "text", reason: "text-required" as const }] : []),
    ...(ofWeight ? [{ field: "weight", reason: ofWeight }] : []),
  ];
}

function isSameWording(one: AskedStep, other: AskedStep): boolean {
  return one.text === other.text && one.planned === other.planned;
}

function decided(refusals: Refusals): StepDecision {
  return refusals.length === 0 ? { ok: true } : { ok: false, refusals };
}
