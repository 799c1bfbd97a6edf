import { type RawBuilder, sql } from "kysely";
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
export function listProcessesReachedBy(db: Db, planActionIds: readonly number[]): Promise<number[]> {
  return listReachedFrom(db, sql`select value from json_each(${JSON.stringify(planActionIds)})`);
}

/** The same, of the action of an annualità. */
export function listProcessesReachedByYear(db: Db, actionYearId: number): Promise<number[]> {
  return listReachedFrom(db, sql`select plan_action_id from action_year where id = ${actionYearId}`);
}

/** Written as SQL: every line of history asks it, and compiling it would cost more than running it. */
async function listReachedFrom(db: Db, actions: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ work_process_id: number }>`
    with recursive scope (id, continues_id) as (
      select id, continues_id from plan_action where id in (${actions})
      union
      select before.id, before.continues_id from plan_action as before join scope on scope.continues_id = before.id
    )
    select distinct blocker.work_process_id from scope
    join unblock_claim_action as named on named.plan_action_id = scope.id
    join unblock_claim as claim on claim.id = named.unblock_claim_id
    join blocker on blocker.id = claim.blocker_id`.execute(db);
  return rows.map(({ work_process_id }) => work_process_id);
}
