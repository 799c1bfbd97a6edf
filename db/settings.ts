import type { Db } from "./open.ts";

/** `entity_name`: the ente. `demonstration_day`: today, while the demonstration is loaded; not set, like its password and accounts, on own data. */
export type SettingName =
  "entity_name" | "demonstration_day" | "demonstration_password" | "demonstration_accounts";

export async function findSetting(db: Db, name: SettingName): Promise<string | undefined> {
  const row = await db.selectFrom("setting").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value;
}

export async function recordSetting(db: Db, name: SettingName, value: string): Promise<void> {
  await db
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
