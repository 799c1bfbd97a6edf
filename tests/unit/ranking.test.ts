import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { impacts } from "#app/domain/smartability/impact.ts";
import { countLevels } from "#app/domain/level/levels.ts";
import { rankingOf } from "#app/domain/smartability/ranking.ts";
import { ifCompleted } from "#app/domain/smartability/what-if.ts";
import {
  actionId,
  aMunicipality,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
  type WrittenProcess,
} from "#tests/support/process-examples.ts";

const CODES = ["4.4.1", "4.6.1", "4.6.3", "4.10.2"];

function rankingFor(processes: WrittenProcess[]) {
  const work = workFacts(Object.fromEntries(CODES.map((code) => [code, [2022]])));
  const on = onDay({ facts: mapFacts(processes), work }, asOfNow("2022-06-30"));
  return rankingOf(on, impacts(on), CODES.map(actionId));
}

function stopped(extent: "whole" | "part", ...claims: WrittenClaim[]): WrittenProcess {
  return {
    code: "P",
    written: extent === "whole" ? "no" : "partial",
    blockers: [{ kind: "paper_archive", extent, removability: "digital", claims }],
  };
}

function claim(action: string, varied: Partial<WrittenClaim> = {}): WrittenClaim {
  return { actions: [action], effect: "full", ...varied };
}

describe("the ranking of actions", () => {
  test("goes by the suggested order, then by what only proposed claims give, which has no place in it", () => {
    const { ranked } = rankingFor([
      stopped("whole", claim("4.6.1", { state: "proposed" })),
      stopped("whole", claim("4.10.2")),
      stopped("whole", claim("4.6.3")),
      stopped("whole", claim("4.6.3")),
    ]);

    expect(
      ranked.map(({ planActionId, place, runningTotal }) => [planActionId, place, runningTotal]),
    ).toEqual([
      [actionId("4.6.3"), 1, 2],
      [actionId("4.10.2"), 2, 3],
      [actionId("4.6.1"), null, null],
    ]);
  });

  test("leaves out the actions that raise nothing, and says which", () => {
    const { ranked, without } = rankingFor([
      stopped("part", claim("4.4.1", { effect: "partial" })),
      stopped("whole", claim("4.6.3")),
    ]);

    expect(ranked.map(({ planActionId }) => planActionId)).toEqual([actionId("4.6.3")]);
    expect(without).toEqual([actionId("4.4.1")]);
  });

  test("has every action that it takes to reach what all of them give", () => {
    fc.assert(
      fc.property(aMunicipality, ({ day, ...municipality }) => {
        const processes = onDay(municipality, asOf(day));
        const found = impacts(processes);
        const { ranked, without } = rankingOf(processes, found, []);
        const ids = ranked.map(({ planActionId }) => planActionId);
        const levelsIf = (actions: number[], withProposed: boolean) =>
          countLevels(ifCompleted(processes, actions, { withProposed }).values());

        expect([...ids, ...without].sort()).toEqual([...found.keys()].sort());
        for (const withProposed of [false, true])
          expect(levelsIf(ids, withProposed)).toEqual(levelsIf([...found.keys()], withProposed));
      }),
    );
  });
});
