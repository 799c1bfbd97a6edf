import { adoptedPlan } from "#app/domain/review/adopted-plan.ts";
import type { Author } from "../chain.ts";
import { listOfficeGroups, listOffices } from "../office/offices.ts";
import type { Db } from "../open.ts";
import { listPlanFacts } from "../plan-action/plan-actions.ts";
import { insertSnapshot } from "./snapshots.ts";

/** Freezes a plan as it was adopted, under its act (R12): in the transaction of its adoption, when all of it has been written. */
export async function freezeAdoption(tx: Db, planId: number, by: Author) {
  const plan = await tx.selectFrom("plan").selectAll().where("id", "=", planId).executeTakeFirstOrThrow();
  if (plan.adopted_on === null) throw new Error(`plan ${plan.code} is not adopted`);
  const facts = await listPlanFacts(tx, { planId }, plan.adopted_on);
  const organisation = { offices: await listOffices(tx), groups: await listOfficeGroups(tx) };
  const content = adoptedPlan(plan, facts, organisation);
  return insertSnapshot(tx, { kind: "adoption", planId, shownOn: plan.adopted_on, content, by });
}
