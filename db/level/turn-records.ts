import { sql } from "kysely";
import { asOfNow, type Day, dayInRome, laterOf } from "#app/domain/days.ts";
import { type MapFacts, type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { type Turn, turnsBetween } from "#app/domain/level/turns.ts";
import { type Author, findHead } from "../chain.ts";
import type { Db } from "../open.ts";
import { listMapFacts } from "./map-facts.ts";
import { listWorkFacts } from "./work-facts.ts";

/** The processes that a write may reach, what their levels follow from, and the levels themselves, as they were before it. */
export type Watched = {
  ids: readonly number[];
  day: Day;
  by: Author;
  facts: MapFacts;
  before: readonly ProcessOnDay[];
};

/** What altered levels, a line of history or an edit, and the day from which it has effect. */
export type Cause = ({ sequence: number } | { editId: number }) & { effectiveOn: Day };

/** Looks at the levels of today before a write: in the same transaction, `recordTurns` then tells what it altered. */
export async function watchLevels(tx: Db, ids: readonly number[], by: Author): Promise<Watched> {
  const day = dayInRome(by.at);
  const facts = ids.length === 0 ? NOTHING : await listMapFacts(tx, ids);
  return { ids, day, by, facts, before: await levelsOn(tx, facts, day) };
}

/**
 * Records a turn for each watched process whose level of today is another than before the write (R7); returns how many. A line of
 * history alters the work that claims name and nothing of the maps: these are read again only after an edit.
 */
export async function recordTurns(tx: Db, watched: Watched, cause: Cause): Promise<{ turned: number }> {
  const { ids, day, by, before } = watched;
  if (ids.length === 0) return { turned: 0 };
  const facts = "sequence" in cause ? watched.facts : await listMapFacts(tx, ids);
  const turns = turnsBetween(before, await levelsOn(tx, facts, day), cause.effectiveOn);
  await insertTurns(tx, turns, cause, by);
  return { turned: turns.length };
}

const NOTHING: MapFacts = { processes: [], blockers: [], claims: [], claimActions: [], claimYears: [] };

async function levelsOn(tx: Db, facts: MapFacts, day: Day): Promise<ProcessOnDay[]> {
  if (facts.processes.length === 0) return [];
  const actions = [...new Set(facts.claimActions.map(({ plan_action_id }) => plan_action_id))];
  return smartabilityAt(facts, workAt(await listWorkFacts(tx, actions), asOfNow(day)));
}

/** Inserts all of them in one statement with one parameter for what varies: there may be hundreds. */
async function insertTurns(tx: Db, turns: readonly Turn[], cause: Cause, by: Author): Promise<void> {
  if (turns.length === 0) return;
  const head = await findHead(tx);
  const { rows } = await sql<{ id: number; work_process_id: number }>`
    insert into turn (work_process_id, from_level, to_level, effective_on, caused_by_sequence, caused_by_edit_id,
      recorded_at, author_id, author_role, author_office_id, after_sequence)
    select value ->> 'workProcessId', value ->> 'from', value ->> 'to', value ->> 'effectiveOn',
      ${"sequence" in cause ? cause.sequence : null}, ${"editId" in cause ? cause.editId : null},
      ${laterOf(by.at, head.recorded_at)}, ${by.id}, ${by.role}, ${by.officeId}, ${head.sequence}
    from json_each(${JSON.stringify(turns)})
    returning id, work_process_id`.execute(tx);
  const ids = new Map(rows.map((row) => [row.work_process_id, row.id]));
  const claims = turns.flatMap((turn) => turn.claims.map((claim) => [ids.get(turn.workProcessId)!, claim]));
  await sql`
    insert into turn_claim (turn_id, unblock_claim_id)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(claims)})`.execute(tx);
}
