import { type Day, laterOf } from "#app/domain/days.ts";
import { faultOf, frozen, type SnapshotFault, type SnapshotKind } from "#app/domain/review/snapshots.ts";
import { type Author, findHead } from "../chain.ts";
import type { Db } from "../open.ts";

export type NewSnapshot = { kind: SnapshotKind; planId: number; shownOn: Day; content: unknown; by: Author };

/** Freezes content as canonical JSON, with its hash and the head of the chain of this moment (R12). */
export async function insertSnapshot(tx: Db, { kind, planId, shownOn, content, by }: NewSnapshot) {
  const head = await findHead(tx);
  const text = frozen(content);
  const { id } = await tx
    .insertInto("snapshot")
    .values({
      kind,
      plan_id: planId,
      shown_on: shownOn,
      ...text,
      head_sequence: head.sequence,
      head_hash: head.hash,
      recorded_at: laterOf(by.at, head.recorded_at),
      author_id: by.id,
      author_role: by.role,
      author_office_id: by.officeId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, sha256: text.sha256 };
}

/** What is frozen, in order of freezing: of one kind, of one plan, or all. */
export function listSnapshots(db: Db, { kind, planId }: { kind?: SnapshotKind; planId?: number } = {}) {
  return db
    .selectFrom("snapshot")
    .innerJoin("plan", "plan.id", "snapshot.plan_id")
    .selectAll("snapshot")
    .select("plan.code as plan")
    .$if(kind !== undefined, (query) => query.where("snapshot.kind", "=", kind!))
    .$if(planId !== undefined, (query) => query.where("snapshot.plan_id", "=", planId!))
    .orderBy("snapshot.id")
    .execute();
}

/** The frozen texts that do not hold any longer, each with what is wrong (R12). */
export async function verifySnapshots(db: Db) {
  const snapshots = await listSnapshots(db);
  const heads = snapshots.map(({ head_sequence }) => head_sequence);
  const lines = await db
    .selectFrom("status_line")
    .select(["sequence", "hash"])
    .where("sequence", "in", heads.length > 0 ? heads : [0])
    .execute();
  const hashes = new Map(lines.map(({ sequence, hash }) => [sequence, hash]));
  return snapshots.flatMap((snapshot) => {
    const fault: SnapshotFault | undefined = faultOf(snapshot, hashes);
    return fault
      ? [{ id: snapshot.id, kind: snapshot.kind, plan: snapshot.plan, shownOn: snapshot.shown_on, fault }]
      : [];
  });
}
