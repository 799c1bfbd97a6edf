import type { WorkFacts } from "#app/domain/level/claimed-work.ts";
import type { Db } from "../open.ts";
import { lineFacts } from "../plan-action/plan-actions.ts";
import { withScope } from "../plan/plan-scope.ts";

/**
 * The annualità of some actions and of those that continue them (R1: their targets), with all their lives and every line that no
 * rettifica has replaced: what claims ask about, on any day.
 */
export async function listWorkFacts(db: Db, actionIds: readonly number[]): Promise<WorkFacts> {
  const actionYears = await withScope(db, { actionIds })
    .selectFrom("scope")
    .crossJoin("action_year")
    .select(["action_year.id", "action_year.plan_action_id", "action_year.year"])
    .whereRef("action_year.plan_action_id", "=", "scope.id")
    .orderBy("action_year.plan_action_id")
    .orderBy("action_year.year")
    .execute();
  const lives = await withScope(db, { actionIds })
    .selectFrom("scope")
    .crossJoin("action_year")
    .crossJoin("action_year_life as life")
    .select(["life.action_year_id", "life.due_on", "life.held_from_on", "life.held_until_on"])
    .whereRef("action_year.plan_action_id", "=", "scope.id")
    .whereRef("life.action_year_id", "=", "action_year.id")
    .execute();
  return { actionYears, lives, lines: await lineFacts(db, { actionIds }).execute() };
}

/** The processes whose claims name an action, or one that it continues: all that a change of the action can turn. */
export async function listProcessesReachedBy(db: Db, planActionIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .withRecursive("scope", (cte) =>
      cte
        .selectFrom("plan_action")
        .select(["id", "continues_id"])
        .where("id", "in", [-1, ...planActionIds])
        .union(
          cte
            .selectFrom("plan_action as before")
            .innerJoin("scope", "scope.continues_id", "before.id")
            .select(["before.id", "before.continues_id"]),
        ),
    )
    .selectFrom("scope")
    .innerJoin("unblock_claim_action as named", "named.plan_action_id", "scope.id")
    .innerJoin("unblock_claim as claim", "claim.id", "named.unblock_claim_id")
    .innerJoin("blocker", "blocker.id", "claim.blocker_id")
    .select("blocker.work_process_id")
    .distinct()
    .execute();
  return rows.map(({ work_process_id }) => work_process_id);
}
