import { type Db, inWriteTransaction } from "../open.ts";

type Standard = "a-2a" | "ua-1";

/** The report of a closed review as it was made, if it was. */
export function findReportFile(db: Db, snapshotId: number, standard: Standard) {
  return db
    .selectFrom("report_file")
    .select(["content", "sha256"])
    .where("snapshot_id", "=", snapshotId)
    .where("standard", "=", standard)
    .executeTakeFirst();
}

/** Keeps a report as it was made; of two made at once the first one stays, and is what both are given. */
export function recordReportFile(
  db: Db,
  {
    snapshotId,
    standard,
    content,
    sha256,
  }: { snapshotId: number; standard: Standard; content: Uint8Array; sha256: string },
): Promise<Uint8Array> {
  return inWriteTransaction(db, async (tx) => {
    await tx
      .insertInto("report_file")
      .values({ snapshot_id: snapshotId, standard, content: Buffer.from(content), sha256 })
      .onConflict((conflict) => conflict.columns(["snapshot_id", "standard"]).doNothing())
      .execute();
    return (await findReportFile(tx, snapshotId, standard))!.content;
  });
}
