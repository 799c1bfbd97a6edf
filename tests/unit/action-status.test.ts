import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersOf, type DerivedStatus, derivedStatus } from "#app/domain/status/action-status.ts";
import { type ActionYearState, actionYearsAt } from "#app/domain/status/action-years.ts";
import { asOf } from "#app/domain/days.ts";
import { isOpen, type Status, STATUSES } from "#app/domain/status/status-steps.ts";
import { aDayOfHistory, aState, byId } from "#tests/support/examples.ts";

/** The status of an action whose annualità, from 2021 on, have these statuses. */
function derivedFrom(...statuses: Status[]): DerivedStatus {
  const own = statuses.map((status, index) => aState({ year: 2021 + index, status }));
  return derivedStatus(own, byId(own));
}

describe("an action", () => {
  test("without annualità, like 4.2.2 whose years are lost, is to clarify", () => {
    expect(derivedFrom()).toBe("to-clarify");
  });

  test("of which some is completed, some cancelled and some suspended is suspended: what is open decides", () => {
    expect(derivedFrom("completed", "cancelled", "suspended")).toBe("suspended");
  });

  test("4.6.3, with 2022 done and 2023 cancelled, is completed in part", () => {
    expect(derivedFrom("completed", "cancelled")).toBe("completed-in-part");
  });

  test.each([
    ["to-start", ["to-start", "to-start"]],
    ["to-start", ["to-start", "suspended"]],
    ["to-start", ["to-start", "cancelled"]],
    ["in-progress", ["in-progress", "to-start"]],
    ["in-progress", ["in-progress", "suspended"]],
    ["in-progress", ["completed", "to-start"]],
    ["in-progress", ["completed", "suspended", "to-start"]],
    ["suspended", ["suspended", "suspended"]],
    ["suspended", ["completed", "suspended"]],
    ["completed", ["completed", "completed", "completed"]],
    ["cancelled", ["cancelled", "cancelled"]],
  ] as [DerivedStatus, Status[]][])("is %s when its annualità are %j", (derived, statuses) => {
    expect(derivedFrom(...statuses)).toBe(derived);
  });
});

describe("a rescheduled annualità", () => {
  const moved = (targetId: number) => aState({ year: 2021, status: "rescheduled", targetId });

  test("is answered by its target, also beyond the plan", () => {
    const own = [moved(2024), aState({ status: "completed" }), aState({ year: 2024, status: "in-progress" })];

    expect(derivedStatus(own, byId(own))).toBe("in-progress");
  });

  test("is answered by the action that continues this one, in the next plan", () => {
    const own = [moved(9024), aState({ status: "completed" })];
    const next = aState({ id: 9024, planActionId: 9436, year: 2024, status: "to-start" });

    expect(derivedStatus(own, byId([...own, next]))).toBe("in-progress"); // one completed, one still to start
    expect(derivedStatus(own, byId([...own, { ...next, status: "completed" }]))).toBe("completed");
  });

  test("is completed in part with its target cancelled", () => {
    const own = [moved(2023), aState({ status: "completed" }), aState({ year: 2023, status: "cancelled" })];

    expect(derivedStatus(own, byId(own))).toBe("completed-in-part");
  });

  test("shares an answer with another that points to the same year", () => {
    const own = [
      moved(2023),
      { ...moved(2023), id: 2022, year: 2022 },
      aState({ year: 2023, status: "suspended" }),
    ];

    expect(answersOf(own, byId(own))).toEqual([own[2]]);
    expect(derivedStatus(own, byId(own))).toBe("suspended");
  });

  test("in a circle with another does not make an action suspended that never was", () => {
    const own = [
      moved(2022),
      aState({ status: "rescheduled", targetId: 2021 }),
      aState({ year: 2023, status: "completed" }),
    ];

    expect(derivedStatus(own, byId(own))).not.toBe("suspended");
  });
});

describe("properties", () => {
  /** Annualità of an action as a legal history leaves them on a day, from 2021 on and beyond the plan. */
  const anyAction = aDayOfHistory.map(({ facts, lines, day }) => actionYearsAt(facts, lines, asOf(day)));
  const partsOf = (states: Map<number, ActionYearState>) =>
    answersOf([...states.values()], states).map(({ status }) => status);

  test("a derived status never contradicts the annualità that answer", () => {
    const holds: Record<DerivedStatus, (parts: Status[]) => boolean> = {
      "to-clarify": (parts) => parts.length === 0,
      "to-start": (parts) =>
        parts.includes("to-start") && !parts.includes("in-progress") && !parts.includes("completed"),
      "in-progress": (parts) =>
        parts.includes("in-progress") || (parts.includes("completed") && parts.includes("to-start")),
      suspended: (parts) =>
        parts.includes("suspended") && parts.filter(isOpen).every((part) => part === "suspended"),
      completed: (parts) => parts.length > 0 && parts.every((part) => part === "completed"),
      "completed-in-part": (parts) =>
        parts.includes("completed") && parts.includes("cancelled") && !parts.some(isOpen),
      cancelled: (parts) => parts.length > 0 && parts.every((part) => part === "cancelled"),
    };
    fc.assert(
      fc.property(anyAction, (states) => {
        const parts = partsOf(states);
        const derived = derivedStatus([...states.values()], states);
        for (const status of Object.keys(holds) as DerivedStatus[]) {
          expect(`${status} of ${parts}: ${holds[status](parts)}`).toBe(
            `${status} of ${parts}: ${status === derived}`,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test("an action with something left to do is never done", () => {
    fc.assert(
      fc.property(
        anyAction,
        fc.constantFrom<Status>("to-start", "in-progress", "suspended"),
        (states, status) => {
          const open = aState({ year: 2030, status });
          const own = [...states.values(), open];
          expect(["completed", "completed-in-part", "cancelled"]).not.toContain(
            derivedStatus(own, byId(own)),
          );
        },
      ),
    );
  });

  test("a cancelled annualità never makes an action done", () => {
    const done: DerivedStatus[] = ["completed", "completed-in-part"];
    fc.assert(
      fc.property(anyAction, (states) => {
        const own = [...states.values(), aState({ year: 2030, status: "cancelled" })];
        const before = derivedStatus([...states.values()], states);
        const after = derivedStatus(own, byId(own));
        expect(done.includes(after)).toBe(done.includes(before));
        expect(after).not.toBe("completed");
      }),
    );
  });

  test("an action whose answers are all cancelled is cancelled, however many they are", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        (many) => derivedFrom(...Array<Status>(many).fill("cancelled")) === "cancelled",
      ),
    );
  });

  test("the order of its annualità does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STATUSES.filter((status) => status !== "rescheduled")), { maxLength: 6 }),
        (statuses) => {
          expect(derivedFrom(...statuses.toReversed())).toBe(derivedFrom(...statuses));
        },
      ),
    );
  });
});
