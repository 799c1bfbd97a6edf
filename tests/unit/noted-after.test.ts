import { expect, test } from "vitest";
import { notedAfter, type NotedLine } from "#app/domain/review/noted-after.ts";

const REVIEW = { shown_on: "2022-12-31", head_sequence: 10 };

function aNotedLine(given: Partial<NotedLine>): NotedLine {
  return { sequence: 11, effective_on: "2022-12-31", replaced_effective_on: null, ...given };
}

function isNoted(given: Partial<NotedLine>): boolean {
  return notedAfter([aNotedLine(given)], REVIEW).length === 1;
}

test("a line recorded after the head of a review is noted after it, where its day is the review's or before", () => {
  expect(isNoted({ effective_on: "2021-06-30" })).toBe(true);
  expect(isNoted({ effective_on: "2022-12-31" })).toBe(true);
  expect(isNoted({ effective_on: "2023-01-01" })).toBe(false);
});

test("a line that the review had in its chain is not noted after it, whatever its day", () => {
  expect(isNoted({ sequence: 10 })).toBe(false);
});

test("a rettifica that moves a line past the day of the review is noted after it, because the review had seen that line", () => {
  expect(isNoted({ effective_on: "2023-01-10", replaced_effective_on: "2022-12-20" })).toBe(true);
  expect(isNoted({ effective_on: "2023-01-10", replaced_effective_on: "2023-01-05" })).toBe(false);
});

test("lines keep the order of recording", () => {
  const lines = [12, 14, 13].map((sequence) => aNotedLine({ sequence }));
  expect(notedAfter(lines, REVIEW).map(({ sequence }) => sequence)).toEqual([12, 14, 13]);
});
