import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { isCompleted, isLate, situationOf, SITUATIONS } from "#app/domain/status/situations.ts";
import { STATUSES } from "#app/domain/status/status-steps.ts";

const due = { dueOn: "2022-12-31", proven: false };

describe("an annualità due on 31/12/2022", () => {
  test.each(["to-start", "in-progress", "suspended"] as const)(
    "and %s is late at the end of that day, not the day before",
    (status) => {
      expect(isLate({ ...due, status }, asOf("2022-12-30"))).toBe(false);
      expect(isLate({ ...due, status }, asOf("2022-12-31"))).toBe(true);
      expect(isLate({ ...due, status }, asOf("2023-01-01"))).toBe(true);
    },
  );

  test("is not late while that day is today: now it still has the evening", () => {
    expect(isLate({ ...due, status: "in-progress" }, asOfNow("2022-12-31"))).toBe(false);
    expect(isLate({ ...due, status: "in-progress" }, asOfNow("2023-01-01"))).toBe(true);
  });

  test.each(["completed", "rescheduled", "cancelled"] as const)("and %s is never late", (status) => {
    expect(isLate({ ...due, status }, asOf("2026-10-15"))).toBe(false);
  });
});

describe("the situation", () => {
  test.each([
    ["to-start", "to-start"],
    ["in-progress", "in-progress"],
    ["suspended", "suspended"],
    ["rescheduled", "rescheduled"],
    ["cancelled", "cancelled"],
    ["completed", "completed-declared"],
  ] as const)("of what is %s and not late is %s", (status, situation) => {
    expect(situationOf({ ...due, status }, asOf("2022-06-30"))).toBe(situation);
  });

  test.each(["to-start", "in-progress", "suspended"] as const)(
    "of what is %s when it is due is late, and only late",
    (status) => {
      expect(situationOf({ ...due, status }, asOf("2022-12-31"))).toBe("late");
    },
  );

  test("of what is completed says whether it is proven", () => {
    expect(situationOf({ ...due, status: "completed", proven: true }, asOf("2026-10-15"))).toBe(
      "completed-proven",
    );
    expect(situationOf({ ...due, status: "completed", proven: false }, asOf("2026-10-15"))).toBe(
      "completed-declared",
    );
  });

  test("is a completed one in exactly two cases: both count", () => {
    expect(SITUATIONS.filter(isCompleted)).toEqual(["completed-proven", "completed-declared"]);
  });

  test("is always one of the eight, and late only where work is still expected", () => {
    const anyState = fc.record({
      status: fc.constantFrom(...STATUSES),
      dueOn: fc.constantFrom("2021-12-31", "2022-06-30", "2022-12-31"),
      proven: fc.boolean(),
    });
    const anyView = fc.record({
      day: fc.constantFrom("2022-06-29", "2022-06-30", "2022-12-31"),
      isOver: fc.boolean(),
    });
    fc.assert(
      fc.property(anyState, anyView, (state, at) => {
        const situation = situationOf(state, at);
        expect(SITUATIONS).toContain(situation);
        expect(isCompleted(situation)).toBe(state.status === "completed");
        if (situation === "late") expect(["to-start", "in-progress", "suspended"]).toContain(state.status);
      }),
    );
  });
});
