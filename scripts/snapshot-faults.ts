import type { SnapshotFault, SnapshotKind } from "#app/domain/review/snapshots.ts";
import { formatDay } from "#app/format.ts";
import { hasTables } from "#db/export-facts.ts";
import type { Db } from "#db/open.ts";
import { verifySnapshots } from "#db/review/snapshots.ts";

const KIND_LABEL: Record<SnapshotKind, string> = {
  adoption: "Il piano come adottato",
  review: "La fotografia",
};

const FAULT_LABEL: Record<SnapshotFault, string> = {
  "content-mismatch": "il contenuto non corrisponde alla sua impronta",
  "head-mismatch": "la testa della catena che riporta non è più quella della storia",
};

/** What is frozen and does not hold any longer (R12), by name. Nothing of a database of a version that froze nothing yet. */
export async function snapshotFaults(tx: Db): Promise<string[]> {
  if (!(await hasTables(tx, "snapshot"))) return [];
  return (await verifySnapshots(tx)).map(
    ({ id, kind, plan, shownOn, fault }) =>
      `${KIND_LABEL[kind]} (piano ${plan}, al ${formatDay(shownOn)}, n. ${id}): ${FAULT_LABEL[fault]}.`,
  );
}
