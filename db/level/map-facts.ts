import { sql } from "kysely";
import type { MapFacts } from "#app/domain/smartability.ts";
import type { Db } from "../open.ts";

/**
 * Processes, blockers and claims with every row of their lives (R7): all of them, or those of some processes. One query a kind of row, none per
 * row; the levels of any day follow from these and from `listWorkFacts`.
 */
export async function listMapFacts(db: Db, processIds?: readonly number[]): Promise<MapFacts> {
  const [processes, blockers, claims, claimActions, claimYears] = [
    await listProcesses(db, processIds),
    await listBlockers(db, processIds),
    await listClaims(db, processIds),
    await listClaimActions(db, processIds),
    await listClaimYears(db, processIds),
  ];
  return { processes, blockers, claims, claimActions, claimYears };
}

function listProcesses(db: Db, ids: readonly number[] | undefined) {
  return db
    .selectFrom("work_process")
    .innerJoin("work_process_version as version", "version.work_process_id", "work_process.id")
    .select([
      "work_process.id",
      "work_process.code",
      "work_process.written",
      "work_process.observed_on",
      "version.held_from_on",
      "version.held_until_on",
    ])
    .$if(ids !== undefined, (query) => query.where("work_process.id", "in", among(db, ids!)))
    .orderBy("work_process.process_map_id")
    .orderBy("work_process.ordinal")
    .execute();
}

function listBlockers(db: Db, ids: readonly number[] | undefined) {
  return db
    .selectFrom("blocker")
    .innerJoin("blocker_version as version", "version.blocker_id", "blocker.id")
    .select([
      "blocker.id",
      "blocker.work_process_id",
      "blocker.ordinal",
      "version.kind",
      "version.subkind",
      "version.extent",
      "version.basis",
      "version.removability",
      "version.held_from_on",
      "version.held_until_on",
    ])
    .$if(ids !== undefined, (query) => query.where("blocker.work_process_id", "in", among(db, ids!)))
    .orderBy("blocker.work_process_id")
    .orderBy("blocker.ordinal")
    .execute();
}

function listClaims(db: Db, ids: readonly number[] | undefined) {
  return db
    .selectFrom("unblock_claim as claim")
    .innerJoin("unblock_claim_version as version", "version.unblock_claim_id", "claim.id")
    .select([
      "claim.id",
      "claim.blocker_id",
      "version.state",
      "version.effect",
      "version.held_from_on",
      "version.held_until_on",
    ])
    .$if(ids !== undefined, (query) => query.where("claim.blocker_id", "in", blockersOf(db, ids!)))
    .orderBy("claim.id")
    .execute();
}

function listClaimActions(db: Db, ids: readonly number[] | undefined) {
  return db
    .selectFrom("unblock_claim_action as named")
    .select(["named.unblock_claim_id", "named.plan_action_id"])
    .$if(ids !== undefined, (query) => query.where("named.unblock_claim_id", "in", claimsOf(db, ids!)))
    .execute();
}

function listClaimYears(db: Db, ids: readonly number[] | undefined) {
  return db
    .selectFrom("unblock_claim_year as named")
    .innerJoin("action_year", "action_year.id", "named.action_year_id")
    .select(["named.unblock_claim_id", "named.action_year_id", "action_year.plan_action_id"])
    .$if(ids !== undefined, (query) => query.where("named.unblock_claim_id", "in", claimsOf(db, ids!)))
    .execute();
}

function blockersOf(db: Db, ids: readonly number[]) {
  return db.selectFrom("blocker").select("id").where("work_process_id", "in", among(db, ids));
}

function claimsOf(db: Db, ids: readonly number[]) {
  return db.selectFrom("unblock_claim").select("id").where("blocker_id", "in", blockersOf(db, ids));
}

/** One parameter, however many ids: a list of hundreds would be compiled and prepared anew each time. */
function among(db: Db, ids: readonly number[]) {
  const asked = sql<{ value: number }>`json_each(${JSON.stringify(ids)})`.as("asked");
  return db.selectFrom(asked).select("asked.value");
}
