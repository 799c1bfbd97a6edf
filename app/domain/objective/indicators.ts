import type { Day } from "../days.ts";
import { groupBy } from "../grouping.ts";
import { type Held, heldOn } from "../life.ts";
import type { Role } from "../permissions.ts";

/** Whether an indicator is to rise or to fall from where it started. */
export const DIRECTIONS = ["up", "down"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export type IndicatorFact = {
  id: number;
  objective_id: number;
  ordinal: number;
  name: string;
  unit: string;
  start_value: number | null;
  target_value: number;
  direction: Direction;
  source: string;
};

/** A value that somebody read on a day; only ever added to. */
export type ReadingFact = {
  id: number;
  objective_indicator_id: number;
  value: number;
  effective_on: Day;
  note: string;
  evidence: string | null;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
};

/** Indicators with all their lives and readings; the shapes are those of `listIndicatorFacts`. */
export type IndicatorFacts = { indicators: (IndicatorFact & Held)[]; readings: ReadingFact[] };

/** An indicator on a day: its readings by then, in order, and how far the last one is on the way to the target. */
export type IndicatorOnDay = IndicatorFact & {
  readings: ReadingFact[];
  last: ReadingFact | null;
  /** From 0 to 1; null without a reading, or where it is not known from where it started and the target is not reached. */
  share: number | null;
};

/** The indicators that hold on a day (R4), in their order. They are told beside the progress of an objective, never counted in it (R9). */
export function indicatorsOn({ indicators, readings }: IndicatorFacts, day: Day): IndicatorOnDay[] {
  const byIndicator = groupBy(
    readings.filter((reading) => reading.effective_on <= day),
    (reading) => reading.objective_indicator_id,
  );
  return heldOn(indicators, day).map((indicator) => {
    const read = (byIndicator.get(indicator.id) ?? []).sort(inOrder);
    const last = read.at(-1) ?? null;
    return { ...indicator, readings: read, last, share: last && shareOf(indicator, last.value) };
  });
}

type Scale = Pick<IndicatorFact, "start_value" | "target_value" | "direction">;

/**
 * How far a value is from the start to the target, by the direction that was agreed (R9): never below 0, nor above 1.
 *
 *     shareOf({ start_value: 40, target_value: 10, direction: "down" }, 25) // 0.5
 */
export function shareOf({ start_value: start, target_value: target, direction }: Scale, value: number) {
  const isReached = direction === "up" ? value >= target : value <= target;
  if (isReached) return 1;
  if (start === null) return null;
  return start === target ? 0 : Math.max(0, (value - start) / (target - start));
}

function inOrder(a: ReadingFact, b: ReadingFact): number {
  return a.effective_on < b.effective_on ? -1 : a.effective_on > b.effective_on ? 1 : a.id - b.id;
}
