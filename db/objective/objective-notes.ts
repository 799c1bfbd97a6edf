import { authoredBy } from "../authored.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import type { AddedOutcome } from "./added-rows.ts";
import { isStillTheirs, type Keeping } from "./keeping.ts";

/** The notes of an objective in the order of recording, with the role and office of who wrote them. */
export function listObjectiveNotes(db: Db, objectiveId: number) {
  return db
    .selectFrom("objective_note as note")
    .leftJoin("office", "office.id", "note.author_office_id")
    .select(["note.id", "note.text", "note.recorded_at", "note.author_role"])
    .select("office.name as author_office")
    .where("note.objective_id", "=", objectiveId)
    .orderBy("note.id")
    .execute();
}

/**
 * Adds a note. Others' notes that came meanwhile are no conflict; the same text by the same hand after the last note that the form was built from is
 * the same form sent twice.
 */
export function recordNote(
  db: Db,
  text: string,
  { keeping, last }: { keeping: Keeping; last: number },
): Promise<AddedOutcome> {
  const { objectiveId, by } = keeping;
  return inWriteTransaction(db, async (tx): Promise<AddedOutcome> => {
    const again = await tx
      .selectFrom("objective_note")
      .select("id")
      .where("objective_id", "=", objectiveId)
      .where("author_id", "=", by.id)
      .where("text", "=", text)
      .where("id", ">", last)
      .executeTakeFirst();
    if (again) return { recorded: true, id: again.id };
    if (!(await isStillTheirs(tx, keeping))) return { recorded: false, moved: "hands" };
    const { id } = await tx
      .insertInto("objective_note")
      .values({ objective_id: objectiveId, text, ...(await authoredBy(tx, by)) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { recorded: true, id };
  });
}
