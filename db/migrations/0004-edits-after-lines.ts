import { type Kysely, sql } from "kysely";

/** What came first, an edit or a line of history, is told as for contributions: by the last line recorded before it. */
const CHANGES = [
  `alter table edit add column after_sequence integer not null default 0`,
  `update edit set after_sequence = coalesce(
     (select max(sequence) from status_line where status_line.recorded_at < edit.recorded_at), 0)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
