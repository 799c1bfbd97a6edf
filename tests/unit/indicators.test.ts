import { describe, expect, test } from "vitest";
import {
  type IndicatorFact,
  indicatorsOn,
  type ReadingFact,
  shareOf,
} from "#app/domain/objective/indicators.ts";

function anIndicator(varied: Partial<IndicatorFact> = {}) {
  return {
    id: 1,
    objective_id: 1,
    ordinal: 1,
    name: "Pratiche presentate online",
    unit: "%",
    start_value: 20,
    target_value: 80,
    direction: "up",
    source: "rilevazione",
    held_from_on: "2024-01-01",
    held_until_on: null,
    ...varied,
  } as const;
}

function aReading(id: number, effective_on: string, value: number): ReadingFact {
  const by = {
    recorded_at: `${effective_on}T10:00:00Z`,
    author_role: "dirigente",
    author_office: null,
  } as const;
  return { id, objective_indicator_id: 1, value, effective_on, note: "", evidence: null, ...by };
}

describe("how far an indicator is", () => {
  test("goes from its start to its target, in the direction agreed", () => {
    expect(shareOf(anIndicator(), 50)).toBe(0.5);
    expect(shareOf(anIndicator({ start_value: 40, target_value: 10, direction: "down" }), 25)).toBe(0.5);
  });

  test("is never less than nothing, nor more than all", () => {
    expect(shareOf(anIndicator(), 10)).toBe(0);
    expect(shareOf(anIndicator(), 95)).toBe(1);
    expect(shareOf(anIndicator({ start_value: 40, target_value: 10, direction: "down" }), 5)).toBe(1);
  });

  test("is not known without a start, unless the target is reached", () => {
    expect(shareOf(anIndicator({ start_value: null }), 50)).toBeNull();
    expect(shareOf(anIndicator({ start_value: null }), 80)).toBe(1);
  });

  test("of one that is to stay where it was is all or nothing", () => {
    expect(shareOf(anIndicator({ start_value: 80 }), 79)).toBe(0);
    expect(shareOf(anIndicator({ start_value: 80 }), 80)).toBe(1);
  });
});

describe("an indicator on a day", () => {
  test("is told with what was read by then, the last by day and not by recording", () => {
    const readings = [
      aReading(1, "2024-06-30", 50),
      aReading(2, "2024-03-31", 35),
      aReading(3, "2024-12-31", 80),
    ];
    const [indicator] = indicatorsOn({ indicators: [anIndicator()], readings }, "2024-06-30");

    expect(indicator!.readings.map(({ id }) => id)).toEqual([2, 1]);
    expect([indicator!.last!.value, indicator!.share]).toEqual([50, 0.5]);
  });

  test("is as it was said to be on that day", () => {
    const before = { ...anIndicator({ target_value: 60 }), held_until_on: "2024-05-01" };
    const after = { ...anIndicator(), held_from_on: "2024-05-01" };
    const facts = { indicators: [before, after], readings: [] };

    expect(indicatorsOn(facts, "2024-04-30").map((one) => one.target_value)).toEqual([60]);
    expect(indicatorsOn(facts, "2024-05-01").map((one) => [one.target_value, one.share])).toEqual([
      [80, null],
    ]);
  });
});
