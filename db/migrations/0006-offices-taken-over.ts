import { type Kysely, sql } from "kysely";

/**
 * An edit that gives an annualità the offices of the one that is rescheduled to it says which that is. Those made before are
 * told by the line that was recorded right after them, in the same transaction.
 */
const CHANGES = [
  `alter table edit add column offices_from_action_year_id integer references action_year (id)`,
  `update edit set offices_from_action_year_id = (
     select source.id from status_line
     join action_year as source on source.id = status_line.action_year_id
     join action_year as target on target.id = status_line.target_action_year_id
     where status_line.sequence = edit.after_sequence + 1
     and status_line.author_id = edit.author_id and status_line.recorded_at = edit.recorded_at
     and target.plan_action_id = source.plan_action_id
     and exists (select 1 from action_year_office as held where held.action_year_id = target.id
       and edit.id in (held.opened_by_edit_id, held.closed_by_edit_id)))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
