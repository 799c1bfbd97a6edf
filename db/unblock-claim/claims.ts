import { sql, type SqlBool } from "kysely";
import type { Day } from "#app/domain/days.ts";
import { heldOn } from "../life.ts";
import type { Db } from "../open.ts";

/** The actions that claims name, and those that continue them, as they are called on a day: what pages link to. */
export function listClaimedActions(db: Db, day: Day) {
  return db
    .withRecursive("scope", (cte) =>
      cte
        .selectFrom("unblock_claim_action")
        .select("plan_action_id as id")
        .union(
          cte
            .selectFrom("plan_action")
            .innerJoin("scope", "scope.id", "plan_action.continues_id")
            .select("plan_action.id"),
        ),
    )
    .selectFrom("scope")
    .innerJoin("plan_action", "plan_action.id", "scope.id")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .innerJoin("plan_action_version as version", (join) =>
      join.onRef("version.plan_action_id", "=", "plan_action.id").on(heldOn("version", day)),
    )
    .select(["plan_action.id", "plan.code as plan", "plan_action.code", "version.title"])
    .orderBy("plan.first_year")
    .orderBy("plan_action.ordinal")
    .execute();
}

/**
 * What claims say whatever the day: on which blocker of which process, why, how sure, who made them and who last decided on them. Of all,
 * of some processes, or one; those on a blocker that was retired, with its process or by itself, hang on nothing and are left out.
 * `on`: as they stood at the end of a past day.
 */
export function listClaims(
  db: Db,
  { processIds, id, on }: { processIds?: readonly number[]; id?: number; on?: Day | undefined } = {},
) {
  const standsThen = (table: string) =>
    on === undefined ? sql<SqlBool>`${sql.ref(`${table}.held_until_on`)} is null` : heldOn(table, on);
  return db
    .selectFrom("unblock_claim as claim")
    .innerJoin("blocker", "blocker.id", "claim.blocker_id")
    .innerJoin("work_process", "work_process.id", "blocker.work_process_id")
    .innerJoin("unblock_claim_version as last", (join) =>
      join.onRef("last.unblock_claim_id", "=", "claim.id").on(standsThen("last")),
    )
    .innerJoin("blocker_version as standing", (join) =>
      join.onRef("standing.blocker_id", "=", "blocker.id").on(standsThen("standing")),
    )
    .innerJoin("edit", "edit.id", "last.opened_by_edit_id")
    .leftJoin("office", "office.id", "edit.author_office_id")
    .select([
      "claim.id",
      "claim.blocker_id",
      "claim.confidence",
      "claim.rationale",
      "claim.source",
      "blocker.ordinal as blocker_ordinal",
      "blocker.work_process_id",
      "work_process.code as process",
      "last.state",
      "last.effect",
      "last.held_from_on as since",
      "last.opened_by_edit_id as edit_id",
      "edit.reason",
      "edit.author_role",
      "office.name as author_office",
    ])
    .$if(processIds !== undefined, (query) =>
      query.where("blocker.work_process_id", "in", [-1, ...processIds!]),
    )
    .$if(id !== undefined, (query) => query.where("claim.id", "=", id!))
    .orderBy("claim.id")
    .execute();
}

/** True for a claim whose blocker was retired, by itself or with its process. */
export async function isClaimOnNothing(db: Db, id: number): Promise<boolean> {
  const row = await db
    .selectFrom("unblock_claim as claim")
    .leftJoin("blocker_version as standing", (join) =>
      join.onRef("standing.blocker_id", "=", "claim.blocker_id").on("standing.held_until_on", "is", null),
    )
    .select("standing.id")
    .where("claim.id", "=", id)
    .executeTakeFirst();
  return row !== undefined && row.id === null;
}

/** All that was decided on a claim, the first first: how it stood from which day, by whom and why. */
export function listClaimHistory(db: Db, claimId: number) {
  return db
    .selectFrom("unblock_claim_version as version")
    .innerJoin("edit", "edit.id", "version.opened_by_edit_id")
    .leftJoin("office", "office.id", "edit.author_office_id")
    .select([
      "version.id",
      "version.state",
      "version.effect",
      "version.held_from_on",
      "edit.reason",
      "edit.author_role",
      "office.name as author_office",
    ])
    .where("version.unblock_claim_id", "=", claimId)
    .orderBy("version.id")
    .execute();
}

/** The claims that an edit proposed or decided on, as it left them. */
export function listClaimsWrittenBy(db: Db, editId: number) {
  return db
    .selectFrom("unblock_claim_version as version")
    .innerJoin("unblock_claim as claim", "claim.id", "version.unblock_claim_id")
    .innerJoin("blocker", "blocker.id", "claim.blocker_id")
    .innerJoin("work_process", "work_process.id", "blocker.work_process_id")
    .select(["claim.id", "version.state", "version.effect", "work_process.code as process"])
    .where("version.opened_by_edit_id", "=", editId)
    .orderBy("claim.id")
    .execute();
}
