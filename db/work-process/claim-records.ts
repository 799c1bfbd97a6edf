import { type Day, dayInRome } from "#app/domain/days.ts";
import { isSameSet } from "#app/domain/edit/plan-action-edits.ts";
import type { DecidedClaim } from "#app/domain/work-process/claim-decisions.ts";
import type { Proposal } from "#app/domain/work-process/claim-proposals.ts";
import type { Author } from "../chain.ts";
import { insertEdit } from "../edits.ts";
import { insertMany } from "../insert-many.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { recordTurns, watchLevels } from "./turn-records.ts";

export type NewClaim = { blockerId: number; proposal: Proposal; source: string; by: Author };

/** What a proposal was made from: the blocker as it was last described, and the last claim on it (0: none). */
export type ExpectedOfBlocker = { version: number; lastClaim: number };

export type ClaimOutcome = { recorded: true; claim: number } | { recorded: false };

/**
 * Records a claim that somebody proposes (R7), if nothing moved meanwhile: it acts on no level until it is confirmed. The same
 * proposal sent twice by the same hand (a double click) is one.
 */
export function recordProposal(db: Db, entry: NewClaim, expected: ExpectedOfBlocker): Promise<ClaimOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const [last = 0, before = 0] = await listLastTwoClaims(tx, entry.blockerId);
    if (last !== expected.lastClaim) {
      const again = before === expected.lastClaim && (await isSameProposal(tx, last, entry));
      return again ? { recorded: true, claim: last } : { recorded: false };
    }
    if ((await findLastBlockerVersion(tx, entry.blockerId)) !== expected.version) return { recorded: false };
    const { proposal, by } = entry;
    const edit = await insertEdit(tx, { by, reason: proposal.rationale, act: null });
    const claim = await insertClaim(tx, entry);
    await insertVersion(tx, { edit, on: dayInRome(by.at) }, claim, {
      state: "proposed",
      effect: proposal.effect,
    });
    return { recorded: true, claim };
  });
}

export type NewDecision = { claimId: number; decided: DecidedClaim; reason: string; by: Author };

export type DecisionOutcome = { recorded: true; edit: number } | { recorded: false };

/**
 * Records what the RTD decides on a claim, from today, with the levels that it alters (R7), if the claim is still as it was:
 * `expected` is the row of its life that the decision was made from. The same decision sent twice by the same hand is one.
 */
export function recordDecision(
  db: Db,
  { claimId, decided, reason, by }: NewDecision,
  expected: number,
): Promise<DecisionOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const last = await findLastClaimVersion(tx, claimId);
    if (last.id !== expected) {
      const isSame = last.state === decided.state && last.effect === decided.effect;
      const isTheirs = last.author_id === by.id && last.reason === reason;
      const again = isSame && isTheirs && last.previous === expected;
      return again ? { recorded: true, edit: last.opened_by_edit_id } : { recorded: false };
    }
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
  await insertVersion(tx, { edit, on }, last.unblock_claim_id, decided);
}

async function insertVersion(
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

async function insertClaim(tx: Db, { blockerId, proposal, source }: NewClaim): Promise<number> {
  const { confidence, rationale, actions } = proposal;
  const { id } = await tx
    .insertInto("unblock_claim")
    .values({ blocker_id: blockerId, confidence, rationale, source })
    .returning("id")
    .executeTakeFirstOrThrow();
  const named = actions.map(({ planActionId }) => ({ unblock_claim_id: id, plan_action_id: planActionId }));
  await insertMany(tx, "unblock_claim_action", named);
  const years = actions.flatMap(({ yearIds }) =>
    yearIds.map((action_year_id) => ({ unblock_claim_id: id, action_year_id })),
  );
  await insertMany(tx, "unblock_claim_year", years);
  return id;
}

async function listLastTwoClaims(tx: Db, blockerId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom("unblock_claim")
    .select("id")
    .where("blocker_id", "=", blockerId)
    .orderBy("id", "desc")
    .limit(2)
    .execute();
  return rows.map(({ id }) => id);
}

async function findLastBlockerVersion(tx: Db, blockerId: number): Promise<number> {
  const row = await tx
    .selectFrom("blocker_version")
    .select((eb) => eb.fn.max("id").as("id"))
    .where("blocker_id", "=", blockerId)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function isSameProposal(tx: Db, claimId: number, { proposal, by }: NewClaim): Promise<boolean> {
  const claim = await tx.selectFrom("unblock_claim").selectAll().where("id", "=", claimId).executeTakeFirst();
  const version = await findLastClaimVersion(tx, claimId);
  const actions = await tx
    .selectFrom("unblock_claim_action")
    .select("plan_action_id")
    .where("unblock_claim_id", "=", claimId)
    .execute();
  const years = await tx
    .selectFrom("unblock_claim_year")
    .select("action_year_id")
    .where("unblock_claim_id", "=", claimId)
    .execute();
  return (
    version.author_id === by.id &&
    claim?.rationale === proposal.rationale &&
    claim.confidence === proposal.confidence &&
    version.effect === proposal.effect &&
    isSameSet(
      actions.map((row) => row.plan_action_id),
      proposal.actions.map((action) => action.planActionId),
    ) &&
    isSameSet(
      years.map((row) => row.action_year_id),
      proposal.actions.flatMap((action) => action.yearIds),
    )
  );
}
