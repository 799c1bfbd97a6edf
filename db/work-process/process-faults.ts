import { sql } from "kysely";
import type { Db } from "../open.ts";

/** The claims that no form would have let in (R7): without actions, or narrowed to an annualità of an action that they do not name. */
export async function listClaimFaults(db: Db): Promise<{ claim: number; fault: ClaimFault }[]> {
  const empty = await db
    .selectFrom("unblock_claim as claim")
    .leftJoin("unblock_claim_action as named", "named.unblock_claim_id", "claim.id")
    .select("claim.id")
    .where("named.plan_action_id", "is", null)
    .orderBy("claim.id")
    .execute();
  const stray = await db
    .selectFrom("unblock_claim_year as only")
    .innerJoin("action_year", "action_year.id", "only.action_year_id")
    .leftJoin("unblock_claim_action as named", (join) =>
      join
        .onRef("named.unblock_claim_id", "=", "only.unblock_claim_id")
        .onRef("named.plan_action_id", "=", "action_year.plan_action_id"),
    )
    .select("only.unblock_claim_id as id")
    .distinct()
    .where("named.plan_action_id", "is", null)
    .orderBy("only.unblock_claim_id")
    .execute();
  return [
    ...empty.map(({ id }) => ({ claim: id, fault: "without-actions" as const })),
    ...stray.map(({ id }) => ({ claim: id, fault: "year-of-another-action" as const })),
  ];
}

export type ClaimFault = "without-actions" | "year-of-another-action";

/** The tables of which one row at most holds on a day for each process, blocker or claim. */
const ONE_A_DAY = {
  work_process_version: "work_process_id",
  blocker_version: "blocker_id",
  unblock_claim_version: "unblock_claim_id",
} as const;

export type VersionTable = keyof typeof ONE_A_DAY;

/** The processes, blockers and claims that are two things on the same day: rows whose lives overlap. */
export async function listOverlappingLives(db: Db): Promise<{ table: VersionTable; owner: number }[]> {
  const found = [];
  for (const [table, owner] of Object.entries(ONE_A_DAY) as [VersionTable, string][]) {
    const { rows } = await sql<{ owner: number }>`
      select distinct one.${sql.ref(owner)} as owner
      from ${sql.table(table)} as one join ${sql.table(table)} as other
        on other.${sql.ref(owner)} = one.${sql.ref(owner)} and other.id > one.id
      where one.held_from_on < coalesce(other.held_until_on, '9999-12-31')
        and other.held_from_on < coalesce(one.held_until_on, '9999-12-31')
        and one.held_from_on < coalesce(one.held_until_on, '9999-12-31')
        and other.held_from_on < coalesce(other.held_until_on, '9999-12-31')
      order by owner`.execute(db);
    found.push(...rows.map((row) => ({ table, owner: row.owner })));
  }
  return found;
}
