import { laterOf } from "#app/domain/days.ts";
import { type Author, findHead } from "./chain.ts";
import type { Db } from "./open.ts";

/**
 * What a row that is only ever added says of who wrote it: role and office of that moment, and the last line of the history by then. Its moment is
 * never before that of the line.
 */
export async function authoredBy(tx: Db, by: Author) {
  const head = await findHead(tx);
  return {
    recorded_at: laterOf(by.at, head.recorded_at),
    author_id: by.id,
    author_role: by.role,
    author_office_id: by.officeId,
    after_sequence: head.sequence,
  };
}
