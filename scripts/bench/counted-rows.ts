import { openDatabase } from "#db/open.ts";

/** What a database holds, looked at from outside: the server says what it did, this what is there. */
export function countRows(path: string, table: "status_line" | "turn"): number {
  const { sqlite } = openDatabase(path);
  const rows = sqlite.prepare(`select count(*) from ${table}`).pluck().get() as number;
  sqlite.close();
  return rows;
}
