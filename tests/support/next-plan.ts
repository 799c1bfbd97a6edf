import type { Db } from "#db/open.ts";
import { FROM_ADOPTION, insertPlanAction } from "./examples.ts";

/** The plan after that of `insertPlan`, adopted on 1 February 2024. */
export const NEXT_PLAN = {
  id: 2,
  code: "2024-2026",
  first_year: 2024,
  last_year: 2026,
  adopted_on: "2024-02-01",
};

/** The annualità of the action that continues 4.3.6, by year, and one of an action that continues nothing. */
export const CONTINUING = { 2023: 22023, 2024: 22024, 2025: 22025 };
export const STRANGER = 29999;

/**
 * 4.3.6 continued in the next plan, with the annualità of `CONTINUING` (a year may be that of the plan before), and 4.9.9,
 * which continues nothing; beside what `insertPlan` made.
 */
export async function insertNextPlan(db: Db): Promise<void> {
  const act = { act_organ: null, act_number: null, act_on: null };
  await db
    .insertInto("plan")
    .values({ ...NEXT_PLAN, ...act, title: "Piano di transizione al digitale 2024-2026", source: "prova" })
    .execute();
  await insertPlanAction(db, { id: 2436, code: "4.3.6", plan_id: 2, continues_id: 436 });
  await insertPlanAction(db, { id: 2499, code: "4.9.9", plan_id: 2 });
  const life = { ...FROM_ADOPTION, held_from_on: NEXT_PLAN.adopted_on };
  const years = Object.entries(CONTINUING).map(([year, id]) => ({
    id,
    plan_action_id: 2436,
    year: Number(year),
  }));
  for (const one of [...years, { id: STRANGER, plan_action_id: 2499, year: 2024 }]) {
    await db.insertInto("action_year").values(one).execute();
    const planned = { action_year_id: one.id, due_on: null, due_as_written: null, ...life };
    await db.insertInto("action_year_life").values(planned).execute();
  }
}
