import type { listTurns } from "#db/level/turns.ts";

type TurnRow = Awaited<ReturnType<typeof listTurns>>[number];

/** A turn as pages tell it: who caused it by role and office, never by the id of a person. */
export function toldTurn(turn: TurnRow) {
  const { id, process, name, activity, from_level, to_level, effective_on } = turn;
  const { caused_by_sequence, caused_by_answer, plan, action, year } = turn;
  const { edit_reason, author_role, author_office } = turn;
  const { answer, answer_reason, answered_at, answered_by_role, answered_by_office } = turn;
  return {
    ...{ id, process, title: activity ?? name, from_level, to_level, effective_on },
    ...{ caused_by_sequence, caused_by_answer, plan, action, year },
    ...{ edit_reason, author_role, author_office },
    ...{ answer, answer_reason, answered_at, answered_by_role, answered_by_office },
  };
}
