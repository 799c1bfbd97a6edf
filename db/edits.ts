import { type Author, findHeadSequence } from "./chain.ts";
import type { Db } from "./open.ts";

/** The act by which an adopted plan is changed, where there is one (R12). */
export type Act = { organ: string; number: string; on: string };

/** Who changes the plan, why, and by which act. */
export type Edit = { by: Author; reason: string; act: Act | null };

/**
 * Writes an edit down and returns its id, which the rows that it opens and closes point to (design, section 3). One that a
 * rescheduling brings with it says which annualità it takes the offices from.
 */
export async function insertEdit(
  tx: Db,
  { by, reason, act }: Edit,
  officesFromActionYearId: number | null = null,
): Promise<number> {
  const edit = await tx
    .insertInto("edit")
    .values({
      recorded_at: by.at,
      author_id: by.id,
      author_role: by.role,
      author_office_id: by.officeId,
      reason,
      act_organ: act?.organ ?? null,
      act_number: act?.number ?? null,
      act_on: act?.on ?? null,
      after_sequence: await findHeadSequence(tx),
      offices_from_action_year_id: officesFromActionYearId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return edit.id;
}

/** Edits by their ids, in order of recording, with the role and office of who made them: names of people are not in it. */
export function listEdits(db: Db, ids: readonly number[]) {
  return db
    .selectFrom("edit")
    .leftJoin("office", "office.id", "edit.author_office_id")
    .selectAll("edit")
    .select("office.name as author_office")
    .where("edit.id", "in", ids.length > 0 ? ids : [-1])
    .orderBy("edit.id")
    .execute();
}
