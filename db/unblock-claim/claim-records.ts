import { type Day, dayInRome } from "#app/domain/days.ts";
import type { DecidedClaim } from "#app/domain/unblock-claim/claim-decisions.ts";
import type { Author } from "../chain.ts";
import { insertEdit } from "../edits.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { findStandingBlockerVersion } from "../work-process/blocker-edits.ts";
import { recordTurns, watchLevels } from "../level/turn-records.ts";

export type NewDecision = { claimId: number; decided: DecidedClaim; reason: string; by: Author };

export type DecisionOutcome = { recorded: true; edit: number } | { recorded: false };

/** What a decision was made from: the row of the life of the claim, and the one that says what its blocker is. */
export type ExpectedOfClaim = { version: number; blocker: number };

/**
 * Records what the RTD decides on a claim, from today, with the levels that it alters (R7), if the claim and its blocker are still as
 * they were. The same decision sent twice by the same hand is one.
 */
export function recordDecision(
  db: Db,
  { claimId, decided, reason, by }: NewDecision,
  expected: ExpectedOfClaim,
): Promise<DecisionOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const last = await findLastClaimVersion(tx, claimId);
    if (last.id !== expected.version) {
      const isSame = last.state === decided.state && last.effect === decided.effect;
      const isTheirs = last.author_id === by.id && last.reason === reason;
      const again = isSame && isTheirs && last.previous === expected.version;
      return again ? { recorded: true, edit: last.opened_by_edit_id } : { recorded: false };
    }
    if ((await findStandingBlockerVersion(tx, last.blocker_id)) !== expected.blocker)
      return { recorded: false };
    const on = dayInRome(by.at);
    const watched = await watchLevels(tx, [last.work_process_id], by);
    const edit = await insertEdit(tx, { by, reason, act: null });
    await replaceVersion(tx, { edit, on }, last, decided);
    await recordTurns(tx, watched, { editId: edit, effectiveOn: on });
    return { recorded: true, edit };
  });
}

/** The row that says how a claim stands, who opened it, and the one before it (0: none). */
export function findLastClaimVersion(tx: Db, claimId: number) {
  return tx
    .selectFrom("unblock_claim_version as last")
    .innerJoin("edit", "edit.id", "last.opened_by_edit_id")
    .innerJoin("unblock_claim as claim", "claim.id", "last.unblock_claim_id")
    .innerJoin("blocker", "blocker.id", "claim.blocker_id")
    .selectAll("last")
    .select((eb) => [
      "edit.author_id",
      "edit.reason",
      "claim.blocker_id",
      "blocker.work_process_id",
      eb.fn
        .coalesce(
          eb
            .selectFrom("unblock_claim_version as before")
            .select((inner) => inner.fn.max("before.id").as("id"))
            .whereRef("before.unblock_claim_id", "=", "last.unblock_claim_id")
            .whereRef("before.id", "<", "last.id"),
          eb.val(0),
        )
        .as("previous"),
    ])
    .where("last.unblock_claim_id", "=", claimId)
    .orderBy("last.id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Closes the row that says how a claim stands and opens the next one: of two on one day the first holds on no day. */
export async function replaceVersion(
  tx: Db,
  { edit, on }: { edit: number; on: Day },
  last: { id: number; unblock_claim_id: number },
  decided: DecidedClaim,
): Promise<void> {
  await tx
    .updateTable("unblock_claim_version")
    .set({ held_until_on: on, closed_by_edit_id: edit })
    .where("id", "=", last.id)
    .execute();
  await insertClaimVersion(tx, { edit, on }, last.unblock_claim_id, decided);
}

/** Opens the row that says how a claim stands from a day. */
export async function insertClaimVersion(
  tx: Db,
  { edit, on }: { edit: number; on: Day },
  unblock_claim_id: number,
  decided: DecidedClaim,
): Promise<void> {
  const life = { held_from_on: on, held_until_on: null, opened_by_edit_id: edit, closed_by_edit_id: null };
  await tx
    .insertInto("unblock_claim_version")
    .values({ unblock_claim_id, ...decided, ...life })
    .execute();
}
