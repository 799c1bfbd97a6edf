import { existsSync } from "node:fs";
import { type Migration, Migrator } from "kysely";
import type { OpenDatabase } from "./open.ts";
import * as thePlan from "./migrations/0001-the-plan.ts";
import * as livingInIt from "./migrations/0002-living-in-it.ts";
import * as areasEdited from "./migrations/0003-areas-edited.ts";
import * as editsAfterLines from "./migrations/0004-edits-after-lines.ts";
import * as agreementsAppendOnly from "./migrations/0005-agreements-append-only.ts";
import * as officesTakenOver from "./migrations/0006-offices-taken-over.ts";
import * as processes from "./migrations/0007-processes.ts";
import * as objectives from "./migrations/0008-objectives.ts";
import * as reviews from "./migrations/0009-reviews.ts";

/** In order, frozen: a migration that has been on someone's disk is never edited, the next one mends it. */
export const MIGRATIONS: Record<string, Migration> = {
  "0001-the-plan": thePlan,
  "0002-living-in-it": livingInIt,
  "0003-areas-edited": areasEdited,
  "0004-edits-after-lines": editsAfterLines,
  "0005-agreements-append-only": agreementsAppendOnly,
  "0006-offices-taken-over": officesTakenOver,
  "0007-processes": processes,
  "0008-objectives": objectives,
  "0009-reviews": reviews,
};

export type ForeignSchema =
  | { ok: false; reason: "newer-than-the-program"; unknown: string[] }
  | { ok: false; reason: "not-a-database-of-rotta" };
export type MigrationOutcome = { ok: true; applied: string[]; copy: string | undefined } | ForeignSchema;

/**
 * Brings the database to the program's schema, in one transaction, after a copy of the file has been put aside
 * (`…-prima-di-0002-….sqlite`). A database with migrations that this program does not know is left untouched and refused.
 */
export async function migrate(
  { db, sqlite, path }: OpenDatabase,
  migrations = MIGRATIONS,
): Promise<MigrationOutcome> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const schema = schemaOf(sqlite, migrations);
  if (!schema.ok) return schema;
  const first = schema.pending[0];
  if (!first) return { ok: true, applied: [], copy: undefined };

  const copy = isNew(sqlite) || !existsSync(path) ? undefined : `${path}-prima-di-${first}.sqlite`;
  if (copy) await sqlite.backup(copy);
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return { ok: true, applied: (results ?? []).map((result) => result.migrationName), copy };
}

/** How far a database is from this program: the migrations that it still lacks, or why it is none of ours. Nothing is written. */
export function schemaOf(
  sqlite: OpenDatabase["sqlite"],
  migrations = MIGRATIONS,
): { ok: true; pending: string[] } | ForeignSchema {
  if (isForeign(sqlite)) return { ok: false, reason: "not-a-database-of-rotta" };
  const unknown = unknownMigrations(sqlite, migrations);
  if (unknown.length > 0) return { ok: false, reason: "newer-than-the-program", unknown };
  const applied = new Set(appliedMigrations(sqlite));
  return { ok: true, pending: Object.keys(migrations).filter((name) => !applied.has(name)) };
}

/** The migrations of a database that this program does not know: it was written by a newer one. */
function unknownMigrations(sqlite: OpenDatabase["sqlite"], migrations = MIGRATIONS): string[] {
  return appliedMigrations(sqlite).filter((name) => !(name in migrations));
}

/** Tables, and none of ours: a file of something else, which is left alone. */
function isForeign(sqlite: OpenDatabase["sqlite"]): boolean {
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  return tables.length > 0 && !tables.includes("kysely_migration");
}

function appliedMigrations(sqlite: OpenDatabase["sqlite"]): string[] {
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  return table ? (sqlite.prepare("select name from kysely_migration").pluck().all() as string[]) : [];
}

function isNew(sqlite: OpenDatabase["sqlite"]): boolean {
  return appliedMigrations(sqlite).length === 0;
}
