import { sql } from "kysely";
import type { Day } from "#app/domain/days.ts";
import type { LifeRows } from "#app/domain/edit/plan-action-history.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { Db } from "../open.ts";
import { listLifeRowsOf } from "../plan-action/plan-action-life.ts";

/**
 * Every row with a life of those actions of an adopted plan that an edit has touched since (R12): of the others, what they were adopted
 * with is all there is. One query a kind of row.
 */
export async function listTouchedLives(
  db: Db,
  plan: { id: number; adopted_on: Day },
): Promise<Map<number, LifeRows>> {
  const touched = await listTouched(db, plan);
  const rows = await listLifeRowsOf(db, touched);
  const by = {
    versions: groupBy(rows.versions, actionOf),
    themes: groupBy(rows.themes, actionOf),
    norms: groupBy(rows.norms, actionOf),
    responsibles: groupBy(rows.responsibles, actionOf),
    leads: groupBy(rows.leads, actionOf),
    years: groupBy(rows.years, actionOf),
    offices: groupBy(rows.offices, actionOf),
  };
  return new Map(
    touched.map((id) => [
      id,
      {
        versions: by.versions.get(id) ?? [],
        themes: by.themes.get(id) ?? [],
        norms: by.norms.get(id) ?? [],
        responsibles: by.responsibles.get(id) ?? [],
        leads: by.leads.get(id) ?? [],
        years: by.years.get(id) ?? [],
        offices: by.offices.get(id) ?? [],
      },
    ]),
  );
}

function actionOf({ plan_action_id }: { plan_action_id: number }): number {
  return plan_action_id;
}

/** The actions with a row that was closed, or that began to hold after the day of adoption. */
async function listTouched(db: Db, plan: { id: number; adopted_on: Day }): Promise<number[]> {
  const isLater = sql`(row.held_from_on > ${plan.adopted_on} or row.closed_by_edit_id is not null)`;
  const ofActions = (table: string) => sql`select plan_action.id from ${sql.table(table)} as row
    join plan_action on plan_action.id = row.plan_action_id where plan_id = ${plan.id} and ${isLater}`;
  const ofYears = (table: string) => sql`select plan_action.id from ${sql.table(table)} as row
    join action_year on action_year.id = row.action_year_id
    join plan_action on plan_action.id = action_year.plan_action_id where plan_id = ${plan.id} and ${isLater}`;
  const { rows } = await sql<{ id: number }>`
    ${ofActions("plan_action_version")} union ${ofActions("plan_action_responsible")}
    union ${ofActions("plan_action_lead")} union ${ofYears("action_year_life")}
    union ${ofYears("action_year_office")} order by 1`.execute(db);
  return rows.map(({ id }) => id);
}
