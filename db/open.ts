import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema>;
export type OpenDatabase = { db: Db; sqlite: BetterSqlite3.Database; path: string };

/** How long a write waits for another process before it gives up, in milliseconds: waiting stops the event loop. */
const BUSY_TIMEOUT = 200;

/**
 * Opens the database file, made when it is not there (with its folder). `:memory:` opens one that lives as long as the
 * handle. Foreign keys hold, writes are on disk when they are acknowledged, and
 * `replace` counts as the delete that it is: the history refuses it.
 */
export function openDatabase(path: string): OpenDatabase {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const sqlite = new BetterSqlite3(path);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("recursive_triggers = ON");
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  return { db: overSqlite(sqlite), sqlite, path };
}

/**
 * Opens a database that nobody else has open, as one file without `-wal` beside it: one that is carried away, or about to be
 * replaced. SQLITE_BUSY when somebody else does have it open.
 */
export function openAlone(path: string): OpenDatabase {
  const sqlite = new BetterSqlite3(path, { fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    sqlite.pragma("journal_mode = DELETE");
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return { db: overSqlite(sqlite), sqlite, path };
}

/** Opens a database that is one file without writing anything, not even beside it. */
export function openReadOnly(path: string): OpenDatabase {
  const sqlite = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  return { db: overSqlite(sqlite), sqlite, path };
}

/** The same database in memory: whatever is done to it, the first one does not notice. */
export function openInMemory({ sqlite }: Pick<OpenDatabase, "sqlite">): OpenDatabase {
  const copy = new BetterSqlite3(sqlite.serialize());
  return { db: overSqlite(copy), sqlite: copy, path: ":memory:" };
}

const versions = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement>();

/**
 * A text that changes whenever something in the database does: by this handle (`total_changes`) or by another one or
 * another program (`data_version`). Asked without Kysely, because every page asks it: microseconds.
 */
export function dataVersion({ sqlite }: Pick<OpenDatabase, "sqlite">): string {
  const known = versions.get(sqlite);
  const statement =
    known ?? sqlite.prepare("select total_changes() || ' ' || data_version from pragma_data_version").pluck();
  if (!known) versions.set(sqlite, statement);
  return statement.get() as string;
}

/** All that `work` writes, or nothing (STRICT order of the database: one write at a time). */
export function inWriteTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/** All that `work` reads, as of one moment, whoever writes meanwhile. */
export function inReadTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().setAccessMode("read only").execute(work);
}

function overSqlite(sqlite: BetterSqlite3.Database): Db {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new TransactionalAdapter(),
      createDriver: () => new ImmediateDriver(sqlite),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** How many statements are kept prepared: more than the program has. */
const KEPT_STATEMENTS = 500;

/** The database as Kysely asks it, each statement prepared once: preparing costs as much as running most of them. */
function preparedOnce(sqlite: BetterSqlite3.Database): SqliteDatabase {
  const statements = new Map<string, BetterSqlite3.Statement>();
  return {
    close: () => sqlite.close(),
    prepare: (text) => {
      const known = statements.get(text);
      if (known) return known;
      const statement = sqlite.prepare(text);
      if (statements.size >= KEPT_STATEMENTS) statements.delete(statements.keys().next().value!);
      statements.set(text, statement);
      return statement;
    },
  };
}

/** Write transactions take the lock at once: a transaction that reads first and writes later can be refused half-way. */
class ImmediateDriver extends SqliteDriver {
  readonly #sqlite: BetterSqlite3.Database;

  constructor(sqlite: BetterSqlite3.Database) {
    super({ database: preparedOnce(sqlite) });
    this.#sqlite = sqlite;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** SQLite ends a transaction by itself when the disk is full: rolling back once more would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite rolls back tables as it does rows; Kysely does not count on it unless told, and a migration is all or nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): true {
    return true;
  }
}
