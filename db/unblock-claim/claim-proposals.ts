import { dayInRome } from "#app/domain/days.ts";
import { isSameSet } from "#app/domain/edit/plan-action-edits.ts";
import type { Proposal } from "#app/domain/unblock-claim/claim-proposals.ts";
import type { Author } from "../chain.ts";
import { insertEdit } from "../edits.ts";
import { insertMany } from "../insert-many.ts";
import { type Db, inWriteTransaction } from "../open.ts";
import { findStandingBlockerVersion } from "../work-process/blocker-edits.ts";
import { findLastClaimVersion, insertClaimVersion } from "./claim-records.ts";

export type NewClaim = { blockerId: number; proposal: Proposal; source: string; by: Author };

/** What a proposal was made from: the blocker as it is described, and the last claim on it (0: none). */
export type ExpectedOfBlocker = { version: number; lastClaim: number };

export type ClaimOutcome = { recorded: true; claim: number; edit: number } | { recorded: false };

/**
 * Records a claim that somebody proposes (R7), if nothing moved meanwhile: it acts on no level until it is confirmed. The same
 * proposal sent twice by the same hand (a double click) is one.
 */
export function recordProposal(db: Db, entry: NewClaim, expected: ExpectedOfBlocker): Promise<ClaimOutcome> {
  return inWriteTransaction(db, async (tx) => {
    const [last = 0, before = 0] = await listLastTwoClaims(tx, entry.blockerId);
    if (last !== expected.lastClaim) {
      const again = before === expected.lastClaim ? await findSameProposal(tx, last, entry) : undefined;
      return again === undefined ? { recorded: false } : { recorded: true, claim: last, edit: again };
    }
    if ((await findStandingBlockerVersion(tx, entry.blockerId)) !== expected.version)
      return { recorded: false };
    const { proposal, by } = entry;
    const edit = await insertEdit(tx, { by, reason: proposal.rationale, act: null });
    const claim = await insertClaim(tx, entry);
    await insertClaimVersion(tx, { edit, on: dayInRome(by.at) }, claim, {
      state: "proposed",
      effect: proposal.effect,
    });
    return { recorded: true, claim, edit };
  });
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

/** The edit by which the same hand made the same proposal; undefined where a claim is another one. */
async function findSameProposal(
  tx: Db,
  claimId: number,
  { proposal, by }: NewClaim,
): Promise<number | undefined> {
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
  const isSame =
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
    );
  return isSame ? version.opened_by_edit_id : undefined;
}
