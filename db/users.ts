import type { Role } from "#app/domain/permissions.ts";
import { listOfficeCodesUnder } from "./office/offices.ts";
import { type Db, inWriteTransaction } from "./open.ts";
import { findSetting } from "./settings.ts";

export type NewUser = {
  id: string;
  username: string;
  name: string;
  role: Role;
  password_hash: string;
  created_at: string;
  officeIds: number[];
};

/** A person who is signed in or signing in. `offices`: codes, with the offices under theirs; `officeId`: the one their lines are signed with. */
export type User = {
  id: string;
  username: string;
  name: string;
  role: Role;
  officeId: number | null;
  officeName: string | null;
  offices: string[];
};

export async function insertUser(db: Db, { officeIds, ...user }: NewUser): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    await tx
      .insertInto("user")
      .values({ ...user, disabled_at: null })
      .execute();
    for (const office_id of officeIds)
      await tx.insertInto("user_office").values({ user_id: user.id, office_id }).execute();
  });
}

/** True for a name that an account has, whatever its case, also one that may no longer sign in. */
export async function isUsernameTaken(db: Db, username: string): Promise<boolean> {
  return (
    (await db.selectFrom("user").select("id").where("username", "=", username).executeTakeFirst()) !==
    undefined
  );
}

/** Id and hash of an account that may sign in, by name whatever its case; undefined when there is none. */
export function findAccount(db: Db, username: string) {
  return db
    .selectFrom("user")
    .select(["id", "password_hash"])
    .where("username", "=", username)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
}

export async function findUser(db: Db, id: string): Promise<User | undefined> {
  const user = await db
    .selectFrom("user")
    .select(["id", "username", "name", "role"])
    .where("id", "=", id)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!user) return undefined;
  const own = await db
    .selectFrom("user_office")
    .innerJoin("office", "office.id", "user_office.office_id")
    .select(["office.id", "office.name"])
    .where("user_id", "=", id)
    .orderBy("office.id")
    .execute();
  const offices =
    own.length === 0
      ? []
      : await listOfficeCodesUnder(
          db,
          own.map((office) => office.id),
        );
  return { ...user, officeId: own[0]?.id ?? null, officeName: own[0]?.name ?? null, offices };
}

export async function countUsers(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("user")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** The accounts of the demonstration, which are no one's: who they are is told to whoever opens the sign-in page. None on own data. */
export async function listDemonstrationAccounts(db: Db) {
  const usernames = (await findSetting(db, "demonstration_accounts"))?.split(" ") ?? [];
  const accounts = await db
    .selectFrom("user")
    .select(["username", "name", "role"])
    .where("disabled_at", "is", null)
    .execute();
  return usernames.flatMap((username) => accounts.find((account) => account.username === username) ?? []);
}
