import type { listTurns } from "#db/work-process/turns.ts";

type TurnRow = Awaited<ReturnType<typeof listTurns>>[number];

/** A turn as pages tell it: who caused it by role and office, never by the id of a person. */
export function toldTurn({ author_id: _, ...turn }: TurnRow) {
  return { ...turn, title: turn.activity ?? turn.name };
}
