import { type Kysely, sql } from "kysely";

/**
 * What the offices report and what the RTD agrees to is history: no row is rewritten or deleted. Of a contribution its texts can
 * be obscured, as those of a line (R3): the first version looked at neither them nor at who wrote for which office.
 */
const CHANGES = [
  `create trigger contribution_agreement_is_never_deleted before delete on contribution_agreement
   begin select raise(abort, 'contributions are append-only'); end`,
  `create trigger contribution_agreement_is_never_rewritten before update on contribution_agreement
   begin select raise(abort, 'contributions are append-only'); end`,
  `create trigger contribution_keeps_its_author before update of id, author_office_id on contribution
   begin select raise(abort, 'contributions are append-only'); end`,
  `create trigger contribution_text_is_only_obscured before update of note, evidence on contribution
   when not ((new.note = old.note or new.note = '') and (new.evidence is old.evidence or new.evidence is null))
   begin select raise(abort, 'a text of a contribution can only be obscured'); end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
