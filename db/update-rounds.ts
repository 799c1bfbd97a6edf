import { sql } from "kysely";
import { type Db, inWriteTransaction } from "./open.ts";
import { findHeadSequence } from "./chain.ts";

/** The last round that a person opened, still open or closed; undefined when they never did. */
export function findLatestRound(db: Db, userId: string) {
  return db
    .selectFrom("update_round")
    .select(["id", "opened_at", "after_sequence", "after_contribution_id", "closed_at"])
    .where("user_id", "=", userId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/**
 * Opens a round: from here on, a line or a contribution counts as done in it. One that is open stays, unless it is
 * `finished`: the button pressed twice opens one.
 */
export async function recordRoundStart(
  db: Db,
  { userId, at, finished }: { userId: string; at: string; finished: number | undefined },
): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    if (finished !== undefined) await recordRoundEnd(tx, finished, at);
    const latest = await findLatestRound(tx, userId);
    if (latest && latest.closed_at === null) return;
    const { contribution } = await tx
      .selectFrom("contribution")
      .select((eb) => eb.fn.coalesce(eb.fn.max("id"), eb.val(0)).as("contribution"))
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("update_round")
      .values({
        user_id: userId,
        opened_at: at,
        after_sequence: await findHeadSequence(tx),
        after_contribution_id: contribution,
        closed_at: null,
      })
      .execute();
  });
}

/** Closes a round; one that is closed stays as it is. */
export async function recordRoundEnd(db: Db, roundId: number, at: string): Promise<void> {
  await db
    .updateTable("update_round")
    .set({ closed_at: at })
    .where("id", "=", roundId)
    .where("closed_at", "is", null)
    .execute();
}

/** The contributions of some offices, in order of recording, as a round looks at them. */
export function listReportedParts(db: Db, offices: readonly string[]) {
  return db
    .selectFrom("contribution")
    .innerJoin("office", "office.id", "contribution.office_id")
    .select([
      "contribution.id",
      "contribution.action_year_id",
      "office.code as office",
      "contribution.status",
      "contribution.progress",
      "contribution.recorded_at",
      sql<0 | 1>`contribution.evidence is not null`.as("has_evidence"),
    ])
    .where("office.code", "in", offices.length > 0 ? offices : [""])
    .orderBy("contribution.id")
    .execute();
}

/** A contribution with the annualità that it is of, to say what was just reported. */
export function findReported(db: Db, id: number) {
  return db
    .selectFrom("contribution")
    .innerJoin("action_year", "action_year.id", "contribution.action_year_id")
    .innerJoin("plan_action", "plan_action.id", "action_year.plan_action_id")
    .innerJoin("office", "office.id", "contribution.office_id")
    .select([
      "plan_action.code",
      "action_year.year",
      "office.name as office",
      "contribution.status",
      "contribution.progress",
      "contribution.author_id",
    ])
    .where("contribution.id", "=", id)
    .executeTakeFirst();
}
