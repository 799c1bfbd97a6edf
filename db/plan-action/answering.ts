import type { Answerable } from "#app/domain/permissions.ts";
import type { Db } from "../open.ts";

/** Who answers for an annualità now, as it is written down: what a write is allowed by is asked again in its own transaction (R11). */
export async function findAnswering(tx: Db, actionYearId: number): Promise<Answerable> {
  const offices = await tx
    .selectFrom("action_year_office as held")
    .innerJoin("office", "office.id", "held.office_id")
    .select("office.code")
    .where("held.action_year_id", "=", actionYearId)
    .where("held.held_until_on", "is", null)
    .orderBy("office.id")
    .execute();
  const lead = await tx
    .selectFrom("plan_action_lead as held")
    .innerJoin("action_year", "action_year.plan_action_id", "held.plan_action_id")
    .innerJoin("office", "office.id", "held.office_id")
    .select("office.code")
    .where("action_year.id", "=", actionYearId)
    .where("held.held_until_on", "is", null)
    .executeTakeFirst();
  return { offices: offices.map(({ code }) => code), lead: lead?.code ?? null };
}
