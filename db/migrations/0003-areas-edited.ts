import { type Kysely, sql } from "kysely";

/**
 * Areas that are added and reworded: from which day one holds that its plan was not adopted with, the last edit that wrote it,
 * and what it was called until which day.
 */
const CHANGES = [
  `alter table area add column held_from_on text`,
  `alter table area add column edit_id integer references edit (id)`,

  `create table area_former_title (
    id integer primary key,
    area_id integer not null references area (id),
    title text not null,
    until_on text not null,
    opened_by_edit_id integer references edit (id),
    closed_by_edit_id integer not null references edit (id)
  ) strict`,
  `create index area_former_title_by_area on area_former_title (area_id, until_on)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
