import { describe, expect, test } from "vitest";
import { awaitingAnswer, type RecordedTurn } from "#app/domain/work-process/turn-answers.ts";

function aTurn(id: number, varied: Partial<RecordedTurn> = {}): RecordedTurn {
  return { id, work_process_id: 88, from_level: "no", to_level: "yes", answer: null, ...varied };
}

const FALL = { from_level: "yes", to_level: "no" } as const;

describe("a turn waits for the office of its process", () => {
  test("when the level rose and nobody has answered", () => {
    expect(awaitingAnswer([aTurn(1), aTurn(2, { work_process_id: 25, answer: "confirmed" })])).toEqual([
      aTurn(1),
    ]);
  });

  test("not when the level fell", () => {
    expect(awaitingAnswer([aTurn(1, FALL)])).toEqual([]);
  });

  test("no longer once a later turn undid it, in whatever order they are read; again when the level rises anew", () => {
    const turns = [aTurn(3), aTurn(2, FALL), aTurn(1), aTurn(4, { work_process_id: 25 })];

    expect(awaitingAnswer(turns).map(({ id }) => id)).toEqual([3, 4]);
  });
});
