import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionYearsAt, answering } from "#app/domain/status/action-years.ts";
import { asOf, dayAfter } from "#app/domain/days.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { aDayOfHistory, aLegalHistory, aLine } from "#tests/support/examples.ts";

describe("whatever happened, within the rules", () => {
  test("as of a day nothing that takes effect later is seen", () => {
    fc.assert(
      fc.property(
        aDayOfHistory,
        fc.array(fc.tuple(fc.integer({ min: 2021, max: 2025 }), fc.integer({ min: 1, max: 400 }))),
        ({ facts, lines, day }, later) => {
          const afterwards = later.map(([id, days], index) =>
            aLine({
              sequence: 1000 + index,
              action_year_id: id,
              to_status: "rescheduled",
              target_action_year_id: 2025,
              effective_on: dayAfter(day, days),
              due_on: "2030-12-31",
              has_evidence: 1,
            }),
          );
          expect(actionYearsAt(facts, [...afterwards, ...lines], asOf(day))).toEqual(
            actionYearsAt(facts, lines, asOf(day)),
          );
          expect(
            actionYearsAt(
              facts,
              lines.filter((line) => line.effective_on <= day),
              asOf(day),
            ),
          ).toEqual(actionYearsAt(facts, lines, asOf(day)));
        },
      ),
    );
  });

  test("the order in which the lines are read does not matter", () => {
    const shuffled = aDayOfHistory.chain((history) =>
      fc
        .shuffledSubarray(history.lines, { minLength: history.lines.length })
        .map((lines) => ({ history, lines })),
    );
    fc.assert(
      fc.property(shuffled, ({ history, lines }) => {
        expect(actionYearsAt(history.facts, lines, asOf(history.day))).toEqual(
          actionYearsAt(history.facts, history.lines, asOf(history.day)),
        );
      }),
    );
  });

  test("an annualità that a rescheduling points to always stands, and knows where it comes from", () => {
    fc.assert(
      fc.property(aDayOfHistory, ({ facts, lines, day }) => {
        const states = actionYearsAt(facts, lines, asOf(day));
        for (const state of states.values()) {
          expect(state.targetId !== null).toBe(state.status === "rescheduled");
          if (state.targetId !== null) expect(states.get(state.targetId)?.comesFrom).toContain(state.id);
        }
      }),
    );
  });

  test("a rescheduled annualità is answered, in the end, by one that is not rescheduled", () => {
    fc.assert(
      fc.property(aDayOfHistory, ({ facts, lines, day }) => {
        const states = actionYearsAt(facts, lines, asOf(day));
        for (const state of states.values()) expect(answering(state, states)?.status).not.toBe("rescheduled");
      }),
      { numRuns: 1000 },
    );
  });

  test("the progress of every line lies within the bounds of its status", () => {
    const bounds: Record<Status, [number, number]> = {
      "to-start": [0, 0],
      "in-progress": [0, 99],
      completed: [100, 100],
      suspended: [0, 99],
      rescheduled: [0, 99],
      cancelled: [0, 99],
    };
    fc.assert(
      fc.property(aLegalHistory, ({ lines }) =>
        lines.every(
          ({ to_status, progress }) => bounds[to_status][0] <= progress && progress <= bounds[to_status][1],
        ),
      ),
    );
  });
});
