import { expect, test } from "vitest";
import { inWriteTransaction } from "#db/open.ts";
import { findSetting, recordSetting } from "#db/settings.ts";
import { emptyDatabase } from "#tests/support/database.ts";

/** SQLite itself says that there is no room left: the file may have no more pages than it has. */
test("a full disk is told as such, whatever was being written, and writing goes on once there is room", async () => {
  const { db, sqlite } = await emptyDatabase();
  sqlite.pragma(`max_page_count = ${sqlite.pragma("page_count", { simple: true }) as number}`);
  const write = (name: string) =>
    inWriteTransaction(db, (tx) => recordSetting(tx, "entity_name", name.repeat(100_000)));

  await expect(write("Comune")).rejects.toMatchObject({ code: "SQLITE_FULL" });
  sqlite.pragma("max_page_count = 1000000");
  await write("Ente");
  expect(await findSetting(db, "entity_name")).toMatch(/^EnteEnte/);
});
