import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { effectsOf } from "#app/domain/level/action-effects.ts";
import { claimsToDecide } from "#app/domain/unblock-claim/claims-to-decide.ts";
import {
  actionId,
  linesOf,
  mapFacts,
  onDay,
  workFacts,
  type WrittenClaim,
} from "#tests/support/process-examples.ts";

const YEARS = { "4.6.1": [2021], "4.10.2": [2022], "4.4.1": [2022] };
const COMPLETED = linesOf(
  ["4.6.1", 2021, "completed", "2021-12-20"],
  ["4.10.2", 2022, "completed", "2023-01-31"],
);

const NOTHING = { unlocked: [], lightened: [], unconfirmed: [], contested: [], fallen: [] };

function anArchive(...claims: WrittenClaim[]) {
  return { kind: "paper_archive", extent: "whole", removability: "digital", claims } as const;
}

function processesWith(...claims: WrittenClaim[]) {
  const facts = mapFacts([{ code: "FVG-TEC-088", written: "no", blockers: [anArchive(...claims)] }]);
  return (lines = COMPLETED) => onDay({ facts, work: workFacts(YEARS, lines) }, asOf("2023-06-30"));
}

describe("an action has unlocked", () => {
  test("the process that would be lower without it, alone or with others, from the last completion", () => {
    const processes = processesWith({ actions: ["4.6.1", "4.10.2"], effect: "full" })();
    const unlocked = [{ id: 1, from: "no", to: "yes", since: "2023-01-31" }];

    expect(effectsOf(processes, actionId("4.6.1"))).toEqual({ ...NOTHING, unlocked });
    expect(effectsOf(processes, actionId("4.10.2"))).toEqual({ ...NOTHING, unlocked });
    expect(effectsOf(processes, actionId("4.4.1"))).toEqual(NOTHING);
  });

  test("nothing that another claim would have unlocked all the same", () => {
    const processes = processesWith(
      { actions: ["4.6.1"], effect: "full" },
      { actions: ["4.10.2"], effect: "full" },
    )();

    expect(effectsOf(processes, actionId("4.6.1")).unlocked).toEqual([]);
  });

  test("nothing before the other actions of its claim are completed", () => {
    const processes = processesWith({ actions: ["4.6.1", "4.10.2"], effect: "full" })([COMPLETED[0]!]);

    expect(effectsOf(processes, actionId("4.6.1"))).toEqual(NOTHING);
  });
});

describe("an action that is done is told of", () => {
  const told = (claim: Partial<WrittenClaim>, lines = COMPLETED) =>
    effectsOf(processesWith({ actions: ["4.6.1"], effect: "full", ...claim })(lines), actionId("4.6.1"));

  test("the process that only waits for the RTD to confirm its claim", () => {
    expect(told({ state: "proposed" })).toEqual({ ...NOTHING, unconfirmed: [1] });
    expect(told({ state: "proposed" }, [])).toEqual(NOTHING);
  });

  test("the process whose office says that it is not so", () => {
    expect(told({ state: "contested" })).toEqual({ ...NOTHING, contested: [1] });
  });

  test("the process whose claim it made void", () => {
    expect(told({}, linesOf(["4.6.1", 2021, "cancelled", "2021-12-20"]))).toEqual({
      ...NOTHING,
      fallen: [1],
    });
  });
});

describe("the RTD has to decide", () => {
  const waiting = (claim: Partial<WrittenClaim>, lines = COMPLETED) => {
    const processes = processesWith({ actions: ["4.6.1"], effect: "full", ...claim })(lines);
    return Object.entries(claimsToDecide(processes)).flatMap(([why, claims]) =>
      claims.length > 0 ? [why] : [],
    );
  };
  const CANCELLED = linesOf(["4.6.1", 2021, "cancelled", "2021-12-20"]);

  test("on a claim that is proposed, on one that is contested, on a confirmed one that is void", () => {
    expect(waiting({ state: "proposed" })).toEqual(["proposed"]);
    expect(waiting({ state: "contested" })).toEqual(["contested"]);
    expect(waiting({ state: "confirmed" }, CANCELLED)).toEqual(["void"]);
  });

  test("not on one that holds, on one that is rejected, on one that was never confirmed and is void", () => {
    expect(waiting({ state: "confirmed" })).toEqual([]);
    expect(waiting({ state: "rejected" })).toEqual([]);
    expect(waiting({ state: "proposed" }, CANCELLED)).toEqual([]);
  });
});
