import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { impacts } from "#app/domain/smartability/impact.ts";
import { suggestedOrder } from "#app/domain/smartability/suggested-order.ts";
import { ifCompleted } from "#app/domain/smartability/what-if.ts";
import {
  actionId,
  aMunicipality,
  heightOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
} from "#tests/support/process-examples.ts";

const CODES = ["4.4.1", "4.6.1", "4.6.3", "4.10.2"];
const PLAN_ORDER = CODES.map(actionId);
const WORK = workFacts(Object.fromEntries(CODES.map((code) => [code, [2022]])));

/** The order for processes that are each NO for one whole blocker, with the claims given. */
function orderFor(claims: WrittenClaim[][], withProposed = false) {
  const facts = mapFacts(
    claims.map((claims, index) => ({
      code: `P-${index + 1}`,
      written: "no",
      blockers: [{ kind: "paper_archive", extent: "whole", removability: "digital", claims }],
    })),
  );
  const processes = onDay({ facts, work: WORK }, asOfNow("2022-06-30"));
  return suggestedOrder(processes, PLAN_ORDER, { withProposed }).map(
    ({ planActionId, gain, runningTotal }) => [codeOf(planActionId), gain, runningTotal],
  );
}

function codeOf(id: number): string {
  return CODES.find((code) => actionId(code) === id)!;
}

function full(...actions: string[]): WrittenClaim {
  return { actions, effect: "full" };
}

describe("the suggested order", () => {
  test("begins with what raises most, and adds up", () => {
    expect(orderFor([[full("4.6.1")], [full("4.6.3")], [full("4.6.3")]])).toEqual([
      ["4.6.3", 2, 2],
      ["4.6.1", 1, 3],
    ]);
  });

  test("reckons each gain from the step before: 4.10.2 is worth more once 4.6.1 is done", () => {
    const together = full("4.6.1", "4.10.2");
    expect(orderFor([[full("4.6.1")], [full("4.6.1")], [full("4.6.3")], [together], [together]])).toEqual([
      ["4.6.1", 2, 2],
      ["4.10.2", 2, 4],
      ["4.6.3", 1, 5],
    ]);
  });

  test("of equal gains, takes the action that most claims wait for, then the first in the plan", () => {
    expect(orderFor([[full("4.4.1")], [full("4.10.2")], [full("4.10.2", "4.6.1")]])).toEqual([
      ["4.10.2", 1, 1],
      ["4.4.1", 1, 2],
      ["4.6.1", 1, 3],
    ]);
    expect(orderFor([[full("4.10.2")], [full("4.6.1")]]).map(([code]) => code)).toEqual(["4.6.1", "4.10.2"]);
  });

  test("goes on where nothing gains alone, towards the process that lacks the fewest", () => {
    expect(orderFor([[full("4.4.1", "4.6.1", "4.6.3")], [full("4.6.3", "4.10.2")]])).toEqual([
      ["4.6.3", 0, 0],
      ["4.10.2", 1, 1],
      ["4.4.1", 0, 1],
      ["4.6.1", 1, 2],
    ]);
  });

  test("leaves out what raises nothing, and reckons with proposed claims only when asked", () => {
    const proposed: WrittenClaim = { ...full("4.10.2"), state: "proposed" };

    expect(orderFor([[full("4.6.1"), full("4.6.1", "4.6.3")], [proposed]])).toEqual([["4.6.1", 1, 1]]);
    expect(orderFor([[full("4.6.1")], [proposed]], true)).toEqual([
      ["4.6.1", 1, 1],
      ["4.10.2", 1, 2],
    ]);
  });
});

test.each([false, true])(
  "ends at what completing every action gives (proposed claims too: %s)",
  (withProposed) => {
    fc.assert(
      fc.property(aMunicipality, ({ facts, work, day }) => {
        const processes = onDay({ facts, work }, asOf(day));
        const steps = suggestedOrder(processes, [], { withProposed });
        const before = ifCompleted(processes, [], { withProposed });
        const all = ifCompleted(processes, impacts(processes).keys(), { withProposed });
        const risen = [...all].filter(([id, level]) => heightOf(level) > heightOf(before.get(id)!));
        expect(steps.at(-1)?.runningTotal ?? 0).toBe(risen.length);
      }),
      { numRuns: 500 },
    );
  },
);

test("each running total is what completing the actions so far gives, and no action left gains more than the one taken", () => {
  fc.assert(
    fc.property(aMunicipality, ({ facts, work, day }) => {
      const processes = onDay({ facts, work }, asOf(day));
      const levelsAfter = (actions: number[]) => ifCompleted(processes, actions, { withProposed: false });
      const gained = (actions: number[], since: number[]) => {
        const before = levelsAfter(since);
        return [...levelsAfter(actions)].filter(([id, level]) => heightOf(level) > heightOf(before.get(id)!))
          .length;
      };
      const taken: number[] = [];
      for (const { planActionId, gain, runningTotal } of suggestedOrder(processes, [], {
        withProposed: false,
      })) {
        for (const action of impacts(processes).keys())
          expect(gained([...taken, action], taken)).toBeLessThanOrEqual(gain);
        expect(gained([...taken, planActionId], taken)).toBe(gain);
        taken.push(planActionId);
        expect(gained(taken, [])).toBe(runningTotal);
      }
      expect(new Set(taken).size).toBe(taken.length);
    }),
    { numRuns: 500 },
  );
});
