import type { Day } from "#app/domain/days.ts";
import type { Db } from "#db/open.ts";
import { insertSnapshot } from "#db/review/snapshots.ts";

const RTD = { id: "rtd", role: "rtd", officeId: null } as const;

/** A review of a plan, closed now with nothing in it, where only its day and the head of the chain matter. */
export async function insertClosedReview(
  db: Db,
  { plan, day, corrects = null }: { plan: string; day: Day; corrects?: number | null },
): Promise<number> {
  const by = { ...RTD, at: "2026-10-15T09:00:00.000Z" };
  const { id: planId } = await db
    .selectFrom("plan")
    .select("id")
    .where("code", "=", plan)
    .executeTakeFirstOrThrow();
  const snapshot = await insertSnapshot(db, { kind: "review", planId, shownOn: day, content: {}, by });
  const { id } = await db
    .insertInto("review")
    .values({
      plan_id: planId,
      shown_on: day,
      corrects_id: corrects,
      correction_reason: corrects === null ? null : "prova",
      snapshot_id: snapshot.id,
      recorded_at: by.at,
      author_id: by.id,
      author_role: by.role,
      author_office_id: by.officeId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
