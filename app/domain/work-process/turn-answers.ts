import { isAbove, type Level } from "./levels.ts";

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

export function isUpward({ from_level, to_level }: Pick<RecordedTurn, "from_level" | "to_level">): boolean {
  return isAbove(to_level, from_level);
}

/** The turns that wait for the office of their process (R7): upward, without an answer, and not undone by a later one. */
export function awaitingAnswer<One extends RecordedTurn>(turns: readonly One[]): One[] {
  const lastFall = new Map<number, number>();
  for (const turn of turns) {
    if (isUpward(turn)) continue;
    lastFall.set(turn.work_process_id, Math.max(turn.id, lastFall.get(turn.work_process_id) ?? 0));
  }
  return turns.filter(
    (turn) => isUpward(turn) && turn.answer === null && turn.id > (lastFall.get(turn.work_process_id) ?? 0),
  );
}
