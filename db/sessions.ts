import { type Db, inWriteTransaction } from "./open.ts";
import { findHeadSequence } from "./chain.ts";

/**
 * Opens a session. Only the hash of its token is kept: who reads the database cannot sign in with it. What is news in it
 * (R6) came after what the person's last session could show; from now on, all that is recorded counts as seen.
 */
export async function insertSession(
  db: Db,
  session: { token_hash: string; user_id: string; created_at: string; expires_at: string },
): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    const { seen_sequence } = await tx
      .selectFrom("user")
      .select("seen_sequence")
      .where("id", "=", session.user_id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("session")
      .values({ ...session, revoked_at: null, news_after_sequence: seen_sequence })
      .execute();
    await tx
      .updateTable("user")
      .set({ seen_sequence: await findHeadSequence(tx) })
      .where("id", "=", session.user_id)
      .execute();
  });
}

/** A session that was not revoked, with the moment it expires (machine's time, ISO UTC): whether that has come is the caller's to say. Its news come after a line; after none on a first visit. */
export function findSession(db: Db, tokenHash: string) {
  return db
    .selectFrom("session")
    .select(["user_id", "expires_at", "news_after_sequence"])
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

export async function recordSessionEnd(db: Db, tokenHash: string, at: string): Promise<void> {
  await db
    .updateTable("session")
    .set({ revoked_at: at })
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .execute();
}

/** How many sign-ins may fail within a time, for one account and from one address (an office shares one). */
export type SignInLimits = { ofAccount: number; ofAddress: number; since: string };

/**
 * Writes an attempt down before it is tried, so that many at once are counted as one after the other. Returns its id, to
 * take it back when it succeeds, or undefined when the account or the address must wait.
 */
export async function recordAttempt(
  db: Db,
  attempt: { username: string; address: string; at: string },
  limits: SignInLimits,
): Promise<number | undefined> {
  return inWriteTransaction(db, async (tx) => {
    const ofAccount = await countAttempts(tx, "username", attempt.username, limits.since);
    const ofAddress = await countAttempts(tx, "address", attempt.address, limits.since);
    if (ofAccount >= limits.ofAccount || ofAddress >= limits.ofAddress) return undefined;
    const { username, address, at } = attempt;
    const row = await tx
      .insertInto("sign_in_attempt")
      .values({ username, address, attempted_at: at })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** Takes back an attempt that succeeded: it counts against nobody. */
export async function deleteAttempt(db: Db, id: number): Promise<void> {
  await db.deleteFrom("sign_in_attempt").where("id", "=", id).execute();
}

async function countAttempts(
  tx: Db,
  column: "username" | "address",
  value: string,
  since: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom("sign_in_attempt")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where(column, "=", value)
    .where("attempted_at", ">", since)
    .executeTakeFirstOrThrow();
  return count;
}

/** What is over is forgotten: attempts older than a moment, sessions expired before it. */
export async function deleteStaleSignIns(db: Db, before: string): Promise<void> {
  await db.deleteFrom("sign_in_attempt").where("attempted_at", "<", before).execute();
  await db.deleteFrom("session").where("expires_at", "<", before).execute();
}
