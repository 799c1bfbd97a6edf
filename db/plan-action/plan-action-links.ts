import type { Db } from "../open.ts";

/** What stays tied to an action whatever it is called: the action that it continues and the one that continues it (R1), its lines of history. */
export async function findPlanActionLinks(db: Db, planActionId: number) {
  const action = await db
    .selectFrom("plan_action")
    .select("continues_id")
    .where("id", "=", planActionId)
    .executeTakeFirstOrThrow();
  const related = await db
    .selectFrom("plan_action")
    .innerJoin("plan", "plan.id", "plan_action.plan_id")
    .select(["plan_action.id", "plan.code as plan", "plan_action.code"])
    .where((eb) =>
      eb.or([
        eb("plan_action.continues_id", "=", planActionId),
        eb("plan_action.id", "=", action.continues_id ?? -1),
      ]),
    )
    .orderBy("plan.first_year")
    .execute();
  const lines = await db
    .selectFrom("status_line")
    .innerJoin("action_year", "action_year.id", "status_line.action_year_id")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("action_year.plan_action_id", "=", planActionId)
    .executeTakeFirstOrThrow();
  return {
    continues: related.find(({ id }) => id === action.continues_id) ?? null,
    continuedBy: related.filter(({ id }) => id !== action.continues_id),
    lines: lines.count,
  };
}

/** How many contributions each office has reported to each annualità of an action: they stay, whoever answers from now on. */
export function countContributions(db: Db, planActionId: number) {
  return db
    .selectFrom("contribution")
    .innerJoin("action_year", "action_year.id", "contribution.action_year_id")
    .innerJoin("office", "office.id", "contribution.office_id")
    .select((eb) => ["action_year.year", "office.code as office", eb.fn.countAll<number>().as("count")])
    .where("action_year.plan_action_id", "=", planActionId)
    .groupBy(["action_year.year", "office.code"])
    .execute();
}
