import { type Day, dayInRome, type Viewpoint } from "../days.ts";
import { isAbove, type Level } from "../level/levels.ts";

/** What the office of a process says of a turn (R7): that it is so, or that it is not. */
export const TURN_ANSWERS = ["confirmed", "contested"] as const;
export type TurnAnswer = (typeof TURN_ANSWERS)[number];

/** A turn as it was recorded, with what was answered; `id` grows with the order of recording. */
export type RecordedTurn = {
  id: number;
  work_process_id: number;
  from_level: Level;
  to_level: Level;
  answer: TurnAnswer | null;
};

/**
 * The turns that there were at the end of a past day (R4), with the answers given by then; now, all of them as they stand.
 *
 *     turnsOn([{ effective_on: "2023-06-30", … }], asOf("2022-12-31")) // []
 */
export function turnsOn<
  One extends { effective_on: Day; answer: TurnAnswer | null; answered_at: string | null },
>(turns: readonly One[], { day, isOver }: Viewpoint): One[] {
  if (!isOver) return [...turns];
  return turns
    .filter((turn) => turn.effective_on <= day)
    .map((turn) =>
      turn.answered_at !== null && dayInRome(turn.answered_at) > day
        ? { ...turn, answer: null, answered_at: null }
        : turn,
    );
}

export function isUpward({ from_level, to_level }: Pick<RecordedTurn, "from_level" | "to_level">): boolean {
  return isAbove(to_level, from_level);
}

/**
 * The turns that wait for the office of their process (R7): upward, without an answer, not taken back, of a process that stands
 * (`processIds`). Of NO → IN PARTE → SI → IN PARTE the second was taken back, the first was not.
 */
export function awaitingAnswer<One extends RecordedTurn>(
  turns: readonly One[],
  processIds: ReadonlySet<number>,
): One[] {
  const standing = new Set(standingTurns(turns));
  return turns.filter(
    (turn) =>
      standing.has(turn) && isUpward(turn) && turn.answer === null && processIds.has(turn.work_process_id),
  );
}

/** The turns that no later one of the same process has taken back, by leaving it below the level that they gave it. */
function standingTurns<One extends RecordedTurn>(turns: readonly One[]): One[] {
  const lowestSince = new Map<number, Level>();
  return [...turns]
    .sort((a, b) => b.id - a.id)
    .filter((turn) => {
      const lowest = lowestSince.get(turn.work_process_id) ?? turn.to_level;
      const isTakenBack = isAbove(turn.to_level, lowest);
      lowestSince.set(turn.work_process_id, isTakenBack ? lowest : turn.to_level);
      return !isTakenBack;
    });
}

export type AnswerRefusal =
  "already-answered" | "not-upward" | "taken-back" | "nothing-to-suspend" | "reason-required";

export type AnswerDecision =
  | { ok: true; suspended: readonly number[] }
  | { ok: false; field: "answer" | "reason"; reason: AnswerRefusal };

/**
 * Decides on the answer to a turn (R7), which is given once. Who contests says why, and `holding`, the claims that began to hold with
 * the turn and still do, are suspended from today. `turns`: all those of its process.
 *
 *     decideAnswer(turn, { answer: "contested", reason: "l’archivio è ancora di carta" }, { turns, holding: [12] })
 *     // { ok: true, suspended: [12] }
 */
export function decideAnswer<One extends RecordedTurn>(
  turn: One,
  { answer, reason }: { answer: TurnAnswer; reason: string },
  { turns, holding }: { turns: readonly One[]; holding: readonly number[] },
): AnswerDecision {
  const refusal = unanswerable(turn, turns);
  if (refusal) return { ok: false, field: "answer", reason: refusal };
  if (answer === "confirmed") return { ok: true, suspended: [] };
  if (holding.length === 0) return { ok: false, field: "answer", reason: "nothing-to-suspend" };
  if (reason === "") return { ok: false, field: "reason", reason: "reason-required" };
  return { ok: true, suspended: holding };
}

/** Why a turn asks for no answer; undefined where it waits for one. */
export function unanswerable<One extends RecordedTurn>(
  turn: One,
  turns: readonly One[],
): AnswerRefusal | undefined {
  if (turn.answer !== null) return "already-answered";
  if (!isUpward(turn)) return "not-upward";
  return standingTurns(turns).some(({ id }) => id === turn.id) ? undefined : "taken-back";
}
