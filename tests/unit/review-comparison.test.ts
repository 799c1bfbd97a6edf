import { describe, expect, test } from "vitest";
import { compareReviews, type ReviewedYear, roundedTogether } from "#app/domain/review/comparison.ts";

function aYear(key: string, varied: Partial<ReviewedYear> = {}): ReviewedYear {
  return { key, situation: "in-progress", progress: 0, weight: 1, ...varied };
}

describe("two reviews compared", () => {
  test("are told apart by what was done, when they count the same annualità", () => {
    const then = [aYear("a", { progress: 20 }), aYear("b", { progress: 60 })];
    const now = [aYear("a", { progress: 50 }), aYear("b", { progress: 100, situation: "completed-proven" })];

    expect(compareReviews(then, now)).toEqual({
      before: { points: 80, weight: 2, over: 2 },
      now: { points: 150, weight: 2, over: 2 },
      parts: { withdrawn: 0, reweighted: 0, done: 35, added: 0 },
      left: 0,
      entered: 0,
      completed: 1,
      proven: 1,
    });
  });

  test("rise without any work when what was not done is struck off, and say so", () => {
    const then = [aYear("a", { progress: 100, situation: "completed-declared" }), aYear("b")];
    const now = [then[0]!, aYear("b", { situation: "cancelled" })];

    const { parts, left } = compareReviews(then, now);

    expect(parts).toEqual({ withdrawn: 50, reweighted: 0, done: 0, added: 0 });
    expect(left).toBe(1);
  });

  /* Before: a 40, b 20, c 60 → 40. Without c: 30. Now a 60, b 40 → 50. With d at 20: 40. */
  test("part what left, what was done and what was added, each from the mean that the one before leaves", () => {
    const then = [aYear("a", { progress: 40 }), aYear("b", { progress: 20 }), aYear("c", { progress: 60 })];
    const now = [
      aYear("a", { progress: 60 }),
      aYear("b", { progress: 40 }),
      aYear("c", { progress: 60, situation: "rescheduled" }),
      aYear("d", { progress: 20 }),
    ];

    const { parts, left, entered } = compareReviews(then, now);

    expect(parts).toEqual({ withdrawn: -10, reweighted: 0, done: 20, added: -10 });
    expect([left, entered]).toEqual([1, 1]);
  });

  /* Before: 100 and 0 at weight 1 each → 50. The first weighs 3 now: 75, and no work was done. */
  test("keep apart a weight that changed", () => {
    const then = [aYear("a", { progress: 100 }), aYear("b")];
    const now = [aYear("a", { progress: 100, weight: 3 }), aYear("b")];

    expect(compareReviews(then, now).parts).toEqual({ withdrawn: 0, reweighted: 25, done: 0, added: 0 });
  });

  test("have no parts where nothing is counted in both", () => {
    expect(compareReviews([aYear("a")], [aYear("b")]).parts).toBeNull();
    expect(compareReviews([], [aYear("b")]).parts).toBeNull();
  });

  test("count as completed since only what was not completed then, also what was not there", () => {
    const then = [aYear("a", { situation: "completed-declared" }), aYear("b")];
    const now = [
      aYear("a", { situation: "completed-proven" }),
      aYear("b", { situation: "completed-declared" }),
      aYear("c", { situation: "completed-proven" }),
    ];

    expect(compareReviews(then, now)).toMatchObject({ completed: 2, proven: 1 });
  });
});

describe("parts rounded together", () => {
  test("still add up to their rounded sum", () => {
    expect(roundedTogether([1 / 3, 1 / 3, 1 / 3], 1)).toEqual([0.4, 0.3, 0.3]);
    expect(roundedTogether([5.04, -2.04, 0], 3)).toEqual([5, -2, 0]);
  });

  test("of nothing are nothing", () => {
    expect(roundedTogether([0, 0, 0, 0], 0)).toEqual([0, 0, 0, 0]);
  });
});
