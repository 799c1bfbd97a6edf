import type { InsertObject } from "kysely";
import type { Db } from "./open.ts";
import type { Schema } from "./schema.ts";

/** SQLite binds some thirty thousand values in a statement at most: no row of ours has more than twenty. */
const ROWS_IN_A_STATEMENT = 500;

/** Inserts rows a few hundred at a time, which the hundreds of processes of a map need. */
export async function insertMany<Table extends keyof Schema & string>(
  tx: Db,
  table: Table,
  rows: readonly InsertObject<Schema, Table>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_IN_A_STATEMENT)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_IN_A_STATEMENT))
      .execute();
}
