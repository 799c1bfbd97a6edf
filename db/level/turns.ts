import type { Db } from "../open.ts";

/** Which turns are asked for: some, those of some lines of history, of an edit, of some processes. */
export type TurnScope = {
  ids?: readonly number[];
  sequences?: readonly number[];
  editId?: number;
  processIds?: readonly number[];
};

/**
 * Turns as they were recorded (R7), the latest first, with the process, who caused them and by what, and what was answered. Names of
 * people are not in it.
 */
export function listTurns(db: Db, { ids, sequences, editId, processIds }: TurnScope = {}) {
  return db
    .selectFrom("turn")
    .innerJoin("work_process", "work_process.id", "turn.work_process_id")
    .innerJoin("work_process_version as version", (join) =>
      join.on((eb) =>
        eb(
          "version.id",
          "=",
          eb
            .selectFrom("work_process_version as last")
            .select((inner) => inner.fn.max("last.id").as("id"))
            .whereRef("last.work_process_id", "=", "turn.work_process_id"),
        ),
      ),
    )
    .leftJoin("office", "office.id", "turn.author_office_id")
    .leftJoin("status_line as line", "line.sequence", "turn.caused_by_sequence")
    .leftJoin("action_year", "action_year.id", "line.action_year_id")
    .leftJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .leftJoin("plan", "plan.id", "plan_action.plan_id")
    .leftJoin("edit", "edit.id", "turn.caused_by_edit_id")
    .leftJoin("turn_answer as causing", "causing.edit_id", "turn.caused_by_edit_id")
    .leftJoin("turn_answer as answer", "answer.turn_id", "turn.id")
    .leftJoin("edit as answering", "answering.id", "answer.edit_id")
    .leftJoin("office as answering_office", "answering_office.id", "answering.author_office_id")
    .select([
      "turn.id",
      "turn.work_process_id",
      "work_process.code as process",
      "version.name",
      "version.activity",
      "turn.from_level",
      "turn.to_level",
      "turn.effective_on",
      "turn.recorded_at",
      "turn.author_id",
      "turn.author_role",
      "office.name as author_office",
      "turn.caused_by_sequence",
      "turn.caused_by_edit_id",
      "plan.code as plan",
      "plan_action.code as action",
      "action_year.year",
      "edit.reason as edit_reason",
      "causing.answer as caused_by_answer",
      "answer.answer",
      "answering.reason as answer_reason",
      "answering.recorded_at as answered_at",
      "answering.author_role as answered_by_role",
      "answering_office.name as answered_by_office",
    ])
    .$if(ids !== undefined, (query) => query.where("turn.id", "in", [-1, ...ids!]))
    .$if(sequences !== undefined, (query) =>
      query.where("turn.caused_by_sequence", "in", [-1, ...sequences!]),
    )
    .$if(editId !== undefined, (query) => query.where("turn.caused_by_edit_id", "=", editId!))
    .$if(processIds !== undefined, (query) => query.where("turn.work_process_id", "in", [-1, ...processIds!]))
    .orderBy("turn.id", "desc")
    .execute();
}

/** What tells which turns wait for an answer, of every turn ever recorded: nothing but its own row. */
export function listRecordedTurns(db: Db) {
  return db
    .selectFrom("turn")
    .leftJoin("turn_answer as answer", "answer.turn_id", "turn.id")
    .select(["turn.id", "turn.work_process_id", "turn.from_level", "turn.to_level", "answer.answer"])
    .execute();
}

/** The claims that began, or ceased, to hold with each turn: of all, or of some. */
export function listTurnClaims(db: Db, turnIds?: readonly number[]) {
  return db
    .selectFrom("turn_claim")
    .select(["turn_id", "unblock_claim_id"])
    .$if(turnIds !== undefined, (query) => query.where("turn_id", "in", [-1, ...turnIds!]))
    .orderBy("turn_id")
    .orderBy("unblock_claim_id")
    .execute();
}

/** The answer that an edit gave to a turn; undefined where it gave none. */
export function findAnswerGivenBy(db: Db, editId: number) {
  return db
    .selectFrom("turn_answer as given")
    .innerJoin("turn", "turn.id", "given.turn_id")
    .innerJoin("work_process", "work_process.id", "turn.work_process_id")
    .select(["given.turn_id", "given.answer", "work_process.code as process"])
    .where("given.edit_id", "=", editId)
    .executeTakeFirst();
}
