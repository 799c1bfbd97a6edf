import { hasTables } from "#db/export-facts.ts";
import type { Db } from "#db/open.ts";
import {
  type ClaimFault,
  listClaimFaults,
  listOverlappingLives,
  type VersionTable,
} from "#db/work-process/process-faults.ts";

const CLAIM_FAULT_LABEL: Record<ClaimFault, string> = {
  "without-actions": "non nomina nessuna azione",
  "year-of-another-action": "è ristretto a un’annualità di un’azione che non nomina",
};

/** What each table of versions has one of on a day. */
const ONE_A_DAY_LABEL: Record<VersionTable, string> = {
  work_process_version: "processo",
  blocker_version: "blocco",
  unblock_claim_version: "sblocco",
};

/**
 * What would make a level wrong, or impossible to tell (R7): no constraint of the database forbids it. Nothing of a database of a version
 * that had no processes yet.
 */
export async function processFaults(tx: Db): Promise<string[]> {
  if (!(await hasTables(tx, "unblock_claim"))) return [];
  return [
    ...(await listClaimFaults(tx)).map(
      ({ claim, fault }) => `Lo sblocco ${claim} ${CLAIM_FAULT_LABEL[fault]}.`,
    ),
    ...(await listOverlappingLives(tx)).map(
      ({ table, owner }) =>
        `Tabella ${table}: il ${ONE_A_DAY_LABEL[table]} con id ${owner} ha due versioni nello stesso giorno.`,
    ),
  ];
}
