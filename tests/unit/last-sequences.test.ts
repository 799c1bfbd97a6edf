import { describe, expect, test } from "vitest";
import { lastSequenceOf, lastSequencesOf } from "#app/domain/status/last-sequences.ts";

const LINES = [
  { action_year_id: 7, sequence: 3 },
  { action_year_id: 8, sequence: 9 },
  { action_year_id: 7, sequence: 5 },
  { action_year_id: 7, sequence: 4 },
];

describe("the last line of an annualità", () => {
  test("is the one recorded last, whatever the order in which they are read", () => {
    expect(lastSequenceOf(LINES, 7)).toBe(5);
    expect(lastSequenceOf(LINES, 8)).toBe(9);
    expect([...lastSequencesOf(LINES)]).toEqual([
      [7, 5],
      [8, 9],
    ]);
  });

  test("is 0 where there is none yet", () => {
    expect(lastSequenceOf(LINES, 1)).toBe(0);
    expect(lastSequenceOf(LINES, undefined)).toBe(0);
    expect(lastSequencesOf(LINES).get(1)).toBeUndefined();
  });
});
