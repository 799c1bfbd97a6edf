import type { Day } from "../days.ts";
import type { Evidence } from "../status/evidence.ts";
import type { Direction, IndicatorFact } from "./indicators.ts";
import type { Span } from "./objectives.ts";
import { type DayRefusal, refusalOfDay } from "./reported-day.ts";

/** An indicator as a form asks for it. */
export type AskedIndicator = {
  name: string;
  unit: string;
  start: number | null;
  target: number;
  direction: Direction;
  source: string;
};

export type IndicatorRefusal =
  "name-required" | "name-taken" | "unit-required" | "source-required" | "target-behind-the-start";
export type IndicatorRefusals = { field: keyof AskedIndicator; reason: IndicatorRefusal }[];

/**
 * What is wrong with an indicator (R9): it has a name of its own in the objective, a unit, where it is read from, and a target that is not behind its
 * start. `others`: those that stand on the objective, itself apart.
 */
export function refusalsOfIndicator(
  { name, unit, start, target, direction, source }: AskedIndicator,
  others: readonly Pick<IndicatorFact, "name">[],
): IndicatorRefusals {
  const isTaken = others.some((other) => other.name === name);
  const isBehind = start !== null && (direction === "up" ? target < start : target > start);
  return [
    ...(name === "" ? [{ field: "name", reason: "name-required" } as const] : []),
    ...(isTaken ? [{ field: "name", reason: "name-taken" } as const] : []),
    ...(unit === "" ? [{ field: "unit", reason: "unit-required" } as const] : []),
    ...(isBehind ? [{ field: "target", reason: "target-behind-the-start" } as const] : []),
    ...(source === "" ? [{ field: "source", reason: "source-required" } as const] : []),
  ];
}

/** A value read of an indicator, as a form asks for it. */
export type TypedReading = { value: number; effectiveOn: Day; note: string; evidence: Evidence | null };
export type ReadingDecision =
  { ok: true; reading: TypedReading } | { ok: false; field: "effectiveOn"; reason: DayRefusal };

/** Decides whether a value may be recorded: any number, of a day that its objective has had. */
export function decideReading(
  typed: TypedReading,
  { span, today }: { span: Span; today: Day },
): ReadingDecision {
  const reason = refusalOfDay(typed.effectiveOn, span, today);
  return reason ? { ok: false, field: "effectiveOn", reason } : { ok: true, reading: typed };
}
