import type { Day } from "#app/domain/days.ts";
import type { Db } from "../open.ts";
import type { Life, Schema } from "../schema.ts";

type LifeTable = {
  [Table in keyof Schema]: Schema[Table] extends { held_until_on: Day | null } ? Table : never;
}[keyof Schema];

/**
 * How one edit writes rows that have a life (design, section 3). In place until the plan is adopted: rows are changed,
 * deleted and made, held from `on`, the draft's own day. From then on a row is closed and the next one opened `on` today.
 */
export type Writing = { tx: Db; edit: number; inPlace: boolean; on: Day };

/** The columns of a row that an edit opens. */
export function opened({ edit, on }: Writing): Life {
  return { held_from_on: on, held_until_on: null, opened_by_edit_id: edit, closed_by_edit_id: null };
}

/** Ends rows by an edit: closed, for the history, or gone where the plan is still being written. */
export async function endRows(writing: Writing, table: LifeTable, ids: readonly number[]): Promise<void> {
  const { tx, edit, inPlace, on } = writing;
  if (ids.length === 0) return;
  if (inPlace) await tx.deleteFrom(table).where("id", "in", ids).execute();
  else
    await tx
      .updateTable(table)
      .set({ held_until_on: on, closed_by_edit_id: edit })
      .where("id", "in", ids)
      .execute();
}

/**
 * Every row with a life of one action, those that held once included: what its history of edits is told from, and what
 * two windows are told apart by.
 */
export function listLifeRows(db: Db, planActionId: number) {
  return listLifeRowsOf(db, [planActionId]);
}

/** The same of several actions, each row with the action that it is of. */
export async function listLifeRowsOf(db: Db, planActionIds: readonly number[]) {
  const ids = [-1, ...planActionIds];
  return {
    versions: await db
      .selectFrom("plan_action_version as row")
      .innerJoin("area", "area.id", "row.area_id")
      .selectAll("row")
      .select(["area.code as area_code", "area.title as area_title"])
      .where("row.plan_action_id", "in", ids)
      .orderBy("row.id")
      .execute(),
    themes: await db
      .selectFrom("plan_action_theme")
      .selectAll()
      .where("plan_action_id", "in", ids)
      .orderBy("id")
      .execute(),
    norms: await db
      .selectFrom("plan_action_norm")
      .selectAll()
      .where("plan_action_id", "in", ids)
      .orderBy("id")
      .execute(),
    ...(await listLifeRowsOfOffices(db, ids)),
    years: await db
      .selectFrom("action_year_life as row")
      .innerJoin("action_year", "action_year.id", "row.action_year_id")
      .selectAll("row")
      .select(["action_year.year", "action_year.plan_action_id"])
      .where("action_year.plan_action_id", "in", ids)
      .orderBy("action_year.year")
      .orderBy("row.id")
      .execute(),
  };
}

async function listLifeRowsOfOffices(db: Db, ids: readonly number[]) {
  return {
    responsibles: await db
      .selectFrom("plan_action_responsible as row")
      .leftJoin("office", "office.id", "row.office_id")
      .leftJoin("office_group", "office_group.id", "row.office_group_id")
      .selectAll("row")
      .select((eb) => [
        eb.fn.coalesce("office.code", "office_group.code", "row.role").$notNull().as("code"),
        eb.fn.coalesce("office.name", "office_group.name").as("name"),
      ])
      .where("row.plan_action_id", "in", ids)
      .orderBy("row.ordinal")
      .execute(),
    leads: await db
      .selectFrom("plan_action_lead as row")
      .innerJoin("office", "office.id", "row.office_id")
      .selectAll("row")
      .select(["office.code", "office.name"])
      .where("row.plan_action_id", "in", ids)
      .execute(),
    offices: await db
      .selectFrom("action_year_office as row")
      .innerJoin("action_year", "action_year.id", "row.action_year_id")
      .innerJoin("office", "office.id", "row.office_id")
      .innerJoin("edit as opening", "opening.id", "row.opened_by_edit_id")
      .leftJoin("edit as closing", "closing.id", "row.closed_by_edit_id")
      .leftJoin("action_year as opened_from", "opened_from.id", "opening.offices_from_action_year_id")
      .leftJoin("action_year as closed_from", "closed_from.id", "closing.offices_from_action_year_id")
      .selectAll("row")
      .select(["action_year.year", "action_year.plan_action_id", "office.code", "office.name"])
      .select(["opened_from.year as opened_from_year", "closed_from.year as closed_from_year"])
      .where("action_year.plan_action_id", "in", ids)
      .orderBy("action_year.year")
      .orderBy("office.id")
      .execute(),
  };
}
