import { dayInRome } from "#app/domain/days.ts";
import type { TurnAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import type { Author } from "../chain.ts";
import { insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { findLastClaimVersion, replaceVersion } from "./claim-records.ts";
import { recordTurns, watchLevels } from "../level/turn-records.ts";

/** `suspended`: the claims that a contest suspends. */
export type NewAnswer = {
  turnId: number;
  answer: TurnAnswer;
  suspended: readonly number[];
  reason: string;
  by: Author;
};

export type AnswerOutcome = { recorded: true; edit: number } | { recorded: false };

/**
 * Records what the office of a process answers to a turn and, where it contests it, that its claims are suspended from today, with
 * the levels that this alters (R7). Writes nothing when the turn was answered meanwhile, its process turned again (`expected` is the
 * last turn that the person saw of it) or a claim is confirmed no longer. The same answer sent twice by the same hand is one.
 */
export function recordAnswer(db: Db, entry: NewAnswer, expected: number): Promise<AnswerOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const { turnId, answer, suspended, reason, by } = entry;
    const given = await findAnswer(tx, turnId);
    if (given) {
      const again = given.author_id === by.id && given.answer === answer && given.reason === reason;
      return again ? { recorded: true, edit: given.edit_id } : { recorded: false };
    }
    const turn = await findTurnAndLast(tx, turnId);
    if (turn.last !== expected) return { recorded: false };
    const versions = [];
    for (const claim of suspended) versions.push(await findLastClaimVersion(tx, claim));
    if (versions.some(({ state }) => state !== "confirmed")) return { recorded: false };

    const on = dayInRome(by.at);
    const watched = await watchLevels(tx, [turn.work_process_id], by);
    const edit = await insertEdit(tx, { by, reason, act: null });
    await tx.insertInto("turn_answer").values({ turn_id: turnId, answer, edit_id: edit }).execute();
    for (const version of versions)
      await replaceVersion(tx, { edit, on }, version, { state: "contested", effect: version.effect });
    await recordTurns(tx, watched, { editId: edit, effectiveOn: on });
    return { recorded: true, edit };
  });
}

function findAnswer(tx: Db, turnId: number) {
  return tx
    .selectFrom("turn_answer as given")
    .innerJoin("edit", "edit.id", "given.edit_id")
    .select(["given.answer", "given.edit_id", "edit.author_id", "edit.reason"])
    .where("given.turn_id", "=", turnId)
    .executeTakeFirst();
}

/** The process of a turn, and its last turn. */
function findTurnAndLast(tx: Db, turnId: number) {
  return tx
    .selectFrom("turn")
    .innerJoin("turn as any", "any.work_process_id", "turn.work_process_id")
    .select((eb) => ["turn.work_process_id", eb.fn.max("any.id").as("last")])
    .where("turn.id", "=", turnId)
    .groupBy("turn.work_process_id")
    .executeTakeFirstOrThrow();
}
