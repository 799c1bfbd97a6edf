import { awaitingAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import type { Db } from "../open.ts";
import { listStandingBlockers } from "./blocker-edits.ts";
import { listClaims } from "../unblock-claim/claims.ts";
import { listTurns } from "../level/turns.ts";

/**
 * What hangs on a process, or on one blocker of it, and falls when it is retired: its blockers, the claims on them with the actions that
 * they name, and the turns of the process that wait for an answer.
 */
export async function listHangingOn(db: Db, process: { id: number }, ordinal?: number) {
  const isOfIt = (one: number) => ordinal === undefined || one === ordinal;
  const blockers = await listStandingBlockers(db, process.id);
  const claims = await listClaims(db, { processIds: [process.id] });
  const turns = ordinal === undefined ? await listTurns(db, { processIds: [process.id] }) : [];
  const own = claims.filter(({ blocker_ordinal }) => isOfIt(blocker_ordinal));
  const actions = await listActionsNamedBy(
    db,
    own.map(({ id }) => id),
  );
  return {
    blockers: blockers.filter((one) => isOfIt(one.ordinal)),
    claims: own.map(({ id, state, effect, blocker_ordinal }) => ({
      id,
      state,
      effect,
      blocker: blocker_ordinal,
      actions: actions.filter(({ claim }) => claim === id).map(({ plan, code }) => ({ plan, code })),
    })),
    turns: awaitingAnswer(turns, new Set([process.id])).map(({ id, from_level, to_level, effective_on }) => ({
      id,
      from: from_level,
      to: to_level,
      on: effective_on,
    })),
  };
}

function listActionsNamedBy(db: Db, claimIds: readonly number[]) {
  return db
    .selectFrom("unblock_claim_action as named")
    .innerJoin("plan_action", "plan_action.id", "named.plan_action_id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["named.unblock_claim_id as claim", "plan.code as plan", "plan_action.code"])
    .where("named.unblock_claim_id", "in", [-1, ...claimIds])
    .orderBy("plan_action.id")
    .execute();
}
