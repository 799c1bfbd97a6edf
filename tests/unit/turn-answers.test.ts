import { describe, expect, test } from "vitest";
import {
  awaitingAnswer,
  decideAnswer,
  type RecordedTurn,
  unanswerable,
} from "#app/domain/unblock-claim/turn-answers.ts";

function aTurn(id: number, varied: Partial<RecordedTurn> = {}): RecordedTurn {
  return { id, work_process_id: 88, from_level: "no", to_level: "yes", answer: null, ...varied };
}

const FALL = { from_level: "yes", to_level: "no" } as const;

/** The processes that stand. */
const STANDING = new Set([88, 25]);

describe("a turn waits for the office of its process", () => {
  test("when the level rose and nobody has answered", () => {
    expect(
      awaitingAnswer([aTurn(1), aTurn(2, { work_process_id: 25, answer: "confirmed" })], STANDING),
    ).toEqual([aTurn(1)]);
  });

  test("not when the level fell", () => {
    expect(awaitingAnswer([aTurn(1, FALL)], STANDING)).toEqual([]);
  });

  test("not when its process was retired", () => {
    expect(awaitingAnswer([aTurn(1), aTurn(2, { work_process_id: 25 })], new Set([25]))).toEqual([
      aTurn(2, { work_process_id: 25 }),
    ]);
  });

  test("no longer once a later turn undid it, in whatever order they are read; again when the level rises anew", () => {
    const turns = [aTurn(3), aTurn(2, FALL), aTurn(1), aTurn(4, { work_process_id: 25 })];

    expect(awaitingAnswer(turns, STANDING).map(({ id }) => id)).toEqual([3, 4]);
  });

  test("while a later turn took back only what came after it", () => {
    const turns = [
      aTurn(1, { to_level: "in-part" }),
      aTurn(2, { from_level: "in-part" }),
      aTurn(3, { from_level: "yes", to_level: "in-part" }),
    ];

    expect(awaitingAnswer(turns, STANDING).map(({ id }) => id)).toEqual([1]);
    expect(turns.map((turn) => unanswerable(turn, turns))).toEqual([undefined, "taken-back", "not-upward"]);
  });
});

describe("the office of a process answers a turn", () => {
  const contest = { answer: "contested", reason: "l’archivio è ancora di carta" } as const;

  test("confirming it suspends nothing", () => {
    const asked = { answer: "confirmed", reason: "" } as const;

    expect(decideAnswer(aTurn(1), asked, { turns: [aTurn(1)], holding: [12] })).toEqual({
      ok: true,
      suspended: [],
    });
  });

  test("contesting it suspends the claims that it brought and that still hold", () => {
    expect(decideAnswer(aTurn(1), contest, { turns: [aTurn(1)], holding: [12, 15] })).toEqual({
      ok: true,
      suspended: [12, 15],
    });
  });

  test("a contest says why", () => {
    expect(decideAnswer(aTurn(1), { ...contest, reason: "" }, { turns: [aTurn(1)], holding: [12] })).toEqual({
      ok: false,
      field: "reason",
      reason: "reason-required",
    });
  });

  test("what no claim holds up any more cannot be contested", () => {
    expect(decideAnswer(aTurn(1), contest, { turns: [aTurn(1)], holding: [] })).toMatchObject({
      reason: "nothing-to-suspend",
    });
  });

  test.each([
    ["already-answered", aTurn(1, { answer: "confirmed" }), []],
    ["not-upward", aTurn(1, FALL), []],
    ["taken-back", aTurn(1), [aTurn(2, FALL)]],
  ])("one that is %s takes no answer", (reason, turn, later) => {
    const context = { turns: [turn, ...later], holding: [12] };

    expect(decideAnswer(turn, contest, context)).toEqual({ ok: false, field: "answer", reason });
    expect(decideAnswer(turn, { answer: "confirmed", reason: "" }, context)).toMatchObject({ reason });
  });
});
