import { asOfNow, type Day, dayInRome, laterOf } from "#app/domain/days.ts";
import { type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/work-process/claimed-work.ts";
import { type Turn, turnsBetween } from "#app/domain/work-process/turns.ts";
import { type Author, findHead } from "../chain.ts";
import type { Db } from "../open.ts";
import { listMapFacts } from "./map-facts.ts";
import { listWorkFacts } from "./work-facts.ts";

/** The levels of the processes that a write may reach, as they were before it. */
export type Watched = { ids: readonly number[]; day: Day; by: Author; before: readonly ProcessOnDay[] };

/** What altered levels, a line of history or an edit, and the day from which it has effect. */
export type Cause = ({ sequence: number } | { editId: number }) & { effectiveOn: Day };

/** Looks at the levels of today before a write: in the same transaction, `recordTurns` then tells what it altered. */
export async function watchLevels(tx: Db, ids: readonly number[], by: Author): Promise<Watched> {
  const day = dayInRome(by.at);
  return { ids, day, by, before: await levelsOn(tx, ids, day) };
}

/** Records a turn for each watched process whose level of today is another than before the write (R7); returns how many. */
export async function recordTurns(
  tx: Db,
  { ids, day, by, before }: Watched,
  cause: Cause,
): Promise<{ turned: number }> {
  const turns = turnsBetween(before, await levelsOn(tx, ids, day), cause.effectiveOn);
  await insertTurns(tx, turns, cause, by);
  return { turned: turns.length };
}

async function levelsOn(tx: Db, ids: readonly number[], day: Day): Promise<ProcessOnDay[]> {
  if (ids.length === 0) return [];
  const facts = await listMapFacts(tx, ids);
  const actions = [...new Set(facts.claimActions.map(({ plan_action_id }) => plan_action_id))];
  return smartabilityAt(facts, workAt(await listWorkFacts(tx, actions), asOfNow(day)));
}

async function insertTurns(tx: Db, turns: readonly Turn[], cause: Cause, by: Author): Promise<void> {
  if (turns.length === 0) return;
  const head = await findHead(tx);
  const rows = await tx
    .insertInto("turn")
    .values(
      turns.map(({ workProcessId, from, to, effectiveOn }) => ({
        work_process_id: workProcessId,
        from_level: from,
        to_level: to,
        effective_on: effectiveOn,
        caused_by_sequence: "sequence" in cause ? cause.sequence : null,
        caused_by_edit_id: "editId" in cause ? cause.editId : null,
        recorded_at: laterOf(by.at, head.recorded_at),
        author_id: by.id,
        author_role: by.role,
        author_office_id: by.officeId,
        after_sequence: head.sequence,
      })),
    )
    .returning(["id", "work_process_id"])
    .execute();
  const ids = new Map(rows.map((row) => [row.work_process_id, row.id]));
  const claims = turns.flatMap((turn) =>
    turn.claims.map((unblock_claim_id) => ({ turn_id: ids.get(turn.workProcessId)!, unblock_claim_id })),
  );
  if (claims.length > 0) await tx.insertInto("turn_claim").values(claims).execute();
}
