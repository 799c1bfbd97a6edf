import { type Db, inWriteTransaction } from "../open.ts";

/** The address of a person's calendar that works, if there is one; of it only the hash is kept. */
export function findFeed(db: Db, userId: string) {
  return db
    .selectFrom("calendar_feed")
    .select(["id", "created_at"])
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

/** Whether an address of a person was taken back: by its id, which the form that took it back carries. */
export async function isFeedRevoked(
  db: Db,
  { userId, id }: { userId: string; id: number },
): Promise<boolean> {
  const feed = await db
    .selectFrom("calendar_feed")
    .select("id")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("revoked_at", "is not", null)
    .executeTakeFirst();
  return feed !== undefined;
}

/** Whose calendar an address is, while it works. */
export function findFeedOwner(db: Db, tokenHash: string) {
  return db
    .selectFrom("calendar_feed")
    .select("user_id")
    .where("token_hash", "=", tokenHash)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

/**
 * Gives a person a new address and takes the one before back, or only takes it back. `seen`: the address that the form was built from (0 where
 * there was none); false, and nothing is written, when it is no longer that: the same form sent twice is one write.
 */
export async function recordFeed(
  db: Db,
  { userId, tokenHash, at }: { userId: string; tokenHash: string | null; at: string },
  seen: number,
): Promise<boolean> {
  return inWriteTransaction(db, async (tx) => {
    const present = await findFeed(tx, userId);
    if ((present?.id ?? 0) !== seen) return false;
    await tx.updateTable("calendar_feed").set({ revoked_at: at }).where("id", "=", seen).execute();
    if (tokenHash !== null)
      await tx
        .insertInto("calendar_feed")
        .values({ user_id: userId, token_hash: tokenHash, created_at: at, revoked_at: null })
        .execute();
    return true;
  });
}
