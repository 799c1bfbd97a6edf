import { migrate } from "#db/migrate.ts";
import { type OpenDatabase, openDatabase } from "#db/open.ts";
import type { SeedFiles } from "#seeds/read-rows.ts";
import { DEMONSTRATION_DAY, loadDemonstration } from "#seeds/load.ts";

/** A real database in memory, at the program's schema, with nothing in it. */
export async function emptyDatabase(): Promise<OpenDatabase> {
  return migrated(openDatabase(":memory:"));
}

/** The demonstration as it stands on a day, in memory. Its passwords are not hashed: nobody signs in here. */
export async function demonstrationDatabase({
  today = DEMONSTRATION_DAY,
  files,
}: { today?: string; files?: SeedFiles } = {}): Promise<OpenDatabase> {
  const database = await emptyDatabase();
  const hashPassword = (password: string) => Promise.resolve(`non cifrata: ${password}`);
  await loadDemonstration(database.db, { files, today, now: "2026-10-15T08:00:00.000Z", hashPassword });
  return database;
}

/** The same database as a file of its own, kept as the program keeps its files. */
export async function copyToFile({ sqlite }: OpenDatabase, path: string): Promise<void> {
  await sqlite.backup(path);
  openDatabase(path).sqlite.close();
}

async function migrated(database: OpenDatabase): Promise<OpenDatabase> {
  const outcome = await migrate(database);
  if (!outcome.ok) throw new Error(outcome.reason);
  return database;
}
