import { asOfNow, type Day } from "#app/domain/days.ts";
import { heldActions, type Holdings } from "#app/domain/office/office-cessation.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import type { Db } from "../open.ts";
import { listPlanFacts } from "../plan-action/plan-actions.ts";
import { listPlans } from "../plan/plans.ts";
import type { PlanRow } from "../schema.ts";

export type OfficeHoldings = Holdings<Pick<PlanRow, "id" | "code" | "adopted_on">>;

/**
 * All that an office would hand over if it ceased today, in every plan, those not adopted yet included. Which annualità
 * stand and are open is the domain's to say (docs/decisions/0003), so each plan is read whole: one query a kind of row.
 */
export async function findHoldings(
  db: Db,
  office: { id: number; code: string },
  today: Day,
): Promise<OfficeHoldings> {
  const plans: OfficeHoldings["plans"] = [];
  for (const plan of await listPlans(db)) {
    const facts = await listPlanFacts(db, { planId: plan.id }, today);
    const actions = heldActions(planAt(facts, plan, asOfNow(today)), office.code);
    const { id, code, adopted_on } = plan;
    if (actions.length > 0) plans.push({ plan: { id, code, adopted_on }, actions });
  }
  return { plans, ...(await findOrganisational(db, office.id)) };
}

/** What an office holds outside the plans: its groups, the offices under it that have not ceased, the accounts that act for it. */
async function findOrganisational(db: Db, officeId: number) {
  const people = await db
    .selectFrom("user_office")
    .innerJoin("user", "user.id", "user_office.user_id")
    .select("user.role")
    .where("user_office.office_id", "=", officeId)
    .orderBy("user.id")
    .execute();
  return {
    groups: await db
      .selectFrom("office_group_member as member")
      .innerJoin("office_group", "office_group.id", "member.office_group_id")
      .select(["office_group.code", "office_group.name"])
      .where("member.office_id", "=", officeId)
      .orderBy("office_group.id")
      .execute(),
    under: await db
      .selectFrom("office")
      .select(["code", "name"])
      .where("parent_id", "=", officeId)
      .where("ceased_on", "is", null)
      .orderBy("id")
      .execute(),
    people: people.map(({ role }) => role as string),
  };
}
