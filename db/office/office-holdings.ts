import { asOfNow, type Day } from "#app/domain/days.ts";
import { heldActions, type Holdings } from "#app/domain/office/office-cessation.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { heldOn } from "../life.ts";
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
  return {
    plans,
    workProcesses: await listOwnWorkProcesses(db, office.id, today),
    objectives: await listOwnObjectives(db, office.id, today),
    ...(await findOrganisational(db, office.id)),
  };
}

/** The processes given to an office, as they are called on a day. */
function listOwnWorkProcesses(db: Db, officeId: number, day: Day) {
  return db
    .selectFrom("work_process_office as own")
    .innerJoin("work_process", "work_process.id", "own.work_process_id")
    .innerJoin("work_process_version as version", (join) =>
      join.onRef("version.work_process_id", "=", "work_process.id").on(heldOn("version", day)),
    )
    .select((eb) => [
      "work_process.id",
      "work_process.code",
      eb.fn.coalesce("version.activity", "version.name").as("title"),
    ])
    .where("own.office_id", "=", officeId)
    .where(heldOn("own", day))
    .orderBy("work_process.id")
    .execute();
}

/** The objectives of an office, those of years gone by included: what is declared and validated of them comes after their year. */
function listOwnObjectives(db: Db, officeId: number, day: Day) {
  return db
    .selectFrom("objective_office as own")
    .innerJoin("objective", "objective.id", "own.objective_id")
    .innerJoin("objective_version as version", (join) =>
      join.onRef("version.objective_id", "=", "objective.id").on(heldOn("version", day)),
    )
    .select(["objective.id", "objective.code", "version.title"])
    .where("own.office_id", "=", officeId)
    .where(heldOn("own", day))
    .orderBy("objective.id")
    .execute();
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
