import type { YearsChange } from "#app/domain/edit/plan-action-years.ts";
import type { Db } from "../open.ts";
import { writeVersion } from "./plan-action-edits.ts";
import { endRows, opened, type Writing } from "./plan-action-life.ts";
import { writeActionYearOffices } from "./plan-action-responsibles.ts";

/**
 * Writes the years of an action: those added, with the offices that answer for them (R10); before adoption also those taken
 * off and the due days set in place. The identity of an annualità stays when it is taken off (docs/decisions/0003).
 */
export async function writeYears(
  writing: Writing,
  planActionId: number,
  { added, removed, moved, unknownYearCount }: YearsChange,
  offices: readonly string[],
): Promise<void> {
  const { tx } = writing;
  for (const { year, dueOn } of added) {
    const id = await actionYearId(tx, planActionId, year);
    await tx
      .insertInto("action_year_life")
      .values({ action_year_id: id, due_on: dueOn, due_as_written: null, ...opened(writing) })
      .execute();
    await writeActionYearOffices(writing, id, offices);
  }
  for (const year of removed) {
    const id = await actionYearId(tx, planActionId, year);
    await endRows(writing, "action_year_life", await lifeRowsOf(tx, id));
    await writeActionYearOffices(writing, id, []);
  }
  for (const { year, dueOn } of moved) {
    const rows = await lifeRowsOf(tx, await actionYearId(tx, planActionId, year));
    await tx.updateTable("action_year_life").set({ due_on: dueOn }).where("id", "in", rows).execute();
  }
  await writeVersion(writing, planActionId, { unknown_year_count: unknownYearCount });
}

/** The years of an action into which a draft chooses to carry something over from the plan before. */
export async function listYearsCarriedInto(db: Db, planActionId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("carry_over")
    .innerJoin("action_year", "action_year.id", "carry_over.target_action_year_id")
    .select("action_year.year")
    .where("action_year.plan_action_id", "=", planActionId)
    .execute();
  return rows.map(({ year }) => year);
}

async function actionYearId(tx: Db, planActionId: number, year: number): Promise<number> {
  const identity = { plan_action_id: planActionId, year };
  const known = await tx
    .selectFrom("action_year")
    .select("id")
    .where("plan_action_id", "=", planActionId)
    .where("year", "=", year)
    .executeTakeFirst();
  if (known) return known.id;
  return (await tx.insertInto("action_year").values(identity).returning("id").executeTakeFirstOrThrow()).id;
}

async function lifeRowsOf(tx: Db, actionYearId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom("action_year_life")
    .select("id")
    .where("action_year_id", "=", actionYearId)
    .where("held_until_on", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}
