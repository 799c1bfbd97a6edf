import type { Db } from "./open.ts";

/** Opens a session. Only the hash of its token is kept: who reads the database cannot sign in with it. */
export async function insertSession(
  db: Db,
  session: { token_hash: string; user_id: string; created_at: string; expires_at: string },
): Promise<void> {
  await db
    .insertInto("session")
    .values({ ...session, revoked_at: null })
    .execute();
}

/** The person of a session that is neither revoked nor expired at a moment (machine's time, ISO UTC). */
export async function findSessionUserId(db: Db, tokenHash: string, at: string): Promise<string | undefined> {
  const session = await db
    .selectFrom("session")
    .select("user_id")
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return session?.user_id;
}

export async function recordSessionEnd(db: Db, tokenHash: string, at: string): Promise<void> {
  await db
    .updateTable("session")
    .set({ revoked_at: at })
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .execute();
}

export async function insertSignInFailure(
  db: Db,
  failure: { username: string; address: string; failed_at: string },
): Promise<void> {
  await db.insertInto("sign_in_failure").values(failure).execute();
}

/** How many sign-ins failed since a moment, for the account and for the address they came from. */
export async function countSignInFailures(
  db: Db,
  { username, address, since }: { username: string; address: string; since: string },
) {
  const count = (column: "username" | "address", value: string) =>
    db
      .selectFrom("sign_in_failure")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where(column, "=", value)
      .where("failed_at", ">", since)
      .executeTakeFirstOrThrow();
  const [ofAccount, ofAddress] = [await count("username", username), await count("address", address)];
  return { ofAccount: ofAccount.count, ofAddress: ofAddress.count };
}

/** What is over is forgotten: attempts older than a moment, sessions expired before it. */
export async function deleteStaleSignIns(db: Db, before: string): Promise<void> {
  await db.deleteFrom("sign_in_failure").where("failed_at", "<", before).execute();
  await db.deleteFrom("session").where("expires_at", "<", before).execute();
}
