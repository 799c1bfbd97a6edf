import { describe, expect, test } from "vitest";
import { asideWords } from "#app/claim-sentences.ts";
import { asOf, type Day } from "#app/domain/days.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { type ClaimOnDay, standsOf } from "#app/domain/level/claims-on-day.ts";
import type { ClaimState } from "#app/domain/level/claims.ts";
import { claimsOf, smartabilityAt } from "#app/domain/smartability.ts";
import { claimsToDecide } from "#app/domain/unblock-claim/claims-to-decide.ts";
import { sentenceText } from "#app/sentence-parts.ts";
import { actionId, linesOf, mapFacts, workFacts, yearId } from "#tests/support/process-examples.ts";

const ACTIONS = new Map([[actionId("4.6.1"), { plan: "2021-2023", code: "4.6.1" }]]);

/** The 2023 stands only while the 2022 is rescheduled to it: that is reopened, and rescheduled again. */
const LINES = linesOf(
  ["4.6.1", 2022, "rescheduled", "2022-03-01", { target_action_year_id: yearId("4.6.1", 2023) }],
  ["4.6.1", 2022, "in-progress", "2022-06-01"],
  ["4.6.1", 2022, "rescheduled", "2022-09-01", { target_action_year_id: yearId("4.6.1", 2023) }],
);

function processesOn(day: Day, actions: string[], state: ClaimState) {
  const facts = mapFacts([
    {
      code: "FVG-1",
      written: "no",
      blockers: [
        {
          ...{ kind: "paper_archive", extent: "whole", removability: "digital" },
          claims: [{ actions, effect: "full", state, since: "2022-03-01" }],
        },
      ],
    },
  ]);
  const { lives, ...work } = workFacts({ "4.6.1": [2022, 2023] }, LINES);
  const planned = lives.filter((life) => life.action_year_id === yearId("4.6.1", 2022));
  return smartabilityAt(facts, workAt({ ...work, lives: planned }, asOf(day)));
}

function claimOn(day: Day, actions = ["4.6.1/2023"], state: ClaimState = "confirmed"): ClaimOnDay {
  return claimsOf(processesOn(day, actions, state)[0]!)[0]!;
}

describe("a claim narrowed to a year that is withdrawn", () => {
  test("is void, and says which year the action has no longer", () => {
    const claim = claimOn("2022-06-01");

    expect([claim.standing, standsOf(claim)]).toEqual(["withdrawn", "void"]);
    expect(claim.needs.map(({ missing }) => missing)).toEqual([[2023]]);
    expect(sentenceText(asideWords(claim, { actions: ACTIONS, at: asOf("2022-06-01") })!)).toBe(
      "decaduto: la 4.6.1 non ha più il 2023",
    );
  });

  test("is void even if another of its years stands", () => {
    expect(claimOn("2022-06-01", ["4.6.1/2022", "4.6.1/2023"]).standing).toBe("withdrawn");
    expect(claimOn("2022-06-01", ["4.6.1/2022"]).standing).toBe("open");
    expect(claimOn("2022-06-01", ["4.6.1"]).standing).toBe("open");
  });

  test("waits for its work while the year stands: before, and once it is back", () => {
    expect(["2022-05-31", "2022-09-01"].map((day) => claimOn(day).standing)).toEqual(["open", "open"]);
  });

  test("cannot raise its process, and is brought to who confirmed it", () => {
    const [before, after] = ["2022-05-31", "2022-06-01"].map((day) =>
      processesOn(day, ["4.6.1/2023"], "confirmed"),
    );

    expect([before![0]!.attainable, after![0]!.attainable]).toEqual(["yes", "no"]);
    expect(claimsToDecide(before!).void).toEqual([]);
    expect(claimsToDecide(after!).void.map(({ claim }) => claim.id)).toEqual([1]);
    expect(claimsToDecide(processesOn("2022-06-01", ["4.6.1/2023"], "proposed")).void).toEqual([]);
  });
});
