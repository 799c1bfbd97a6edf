import { planActionAddress, planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import type { AsOf } from "#app/as-of.server.ts";
import type { PlanChoice } from "#app/components/plan/plan-switch.tsx";
import type { PlanStanding } from "#app/domain/plan/plan-standing.ts";
import { variationsAddress } from "#app/review-addresses.ts";
import { db } from "#db/connection.server.ts";
import { listKinOnDay } from "#db/plan/lineage.ts";
import { plansOnDay } from "./plans-on-day.server.ts";

type Asked = Pick<AsOf, "al" | "today" | "at">;

/**
 * The matrix of each plan, with the filters that mean the same in all: not the area nor the year, which belong to a plan,
 * nor the page.
 */
export function matrixChoices(plan: { id: number }, asked: Record<string, string | undefined>, asOf: Asked) {
  const kept = { ...asked, ambito: undefined, anno: undefined, al: asOf.al };
  return choices(plan, asOf, ({ code }) => ({ address: planAddress(code, kept) }));
}

/** In each plan the action that continues this one, or that this one continues; where there is none on the day, the plan. */
export async function actionChoices(plan: { id: number }, planActionId: number, asOf: Asked) {
  const kin = await listKinOnDay(db, planActionId, asOf.at.day);
  return choices(plan, asOf, ({ id, code }) => {
    const action = kin.find(({ plan_id }) => plan_id === id);
    if (!action) return { address: planAddress(code, { al: asOf.al }) };
    return { address: planActionAddress(code, action.code, asOf.al), leadsTo: `azione ${action.code}` };
  });
}

/** The variations of each plan. */
export function variationsChoices(plan: { id: number }, asOf: Asked) {
  return choices(plan, asOf, ({ code }) => ({ address: variationsAddress(code, asOf.al) }));
}

/** The chart of each plan; a draft has none before its adoption, and leads to its page. */
export function yearlyProgressChoices(plan: { id: number }, asOf: Asked) {
  return choices(plan, asOf, ({ code, standing }) =>
    standing === "draft"
      ? { address: planAddress(code) }
      : { address: yearlyProgressAddress({ piano: code, al: asOf.al }) },
  );
}

/** Plans stand in the switch as they do today, whatever the day looked at. */
async function choices(
  plan: { id: number },
  { today }: Asked,
  pageOf: (other: { id: number; code: string; standing: PlanStanding }) => {
    address: string;
    leadsTo?: string;
  },
): Promise<PlanChoice[]> {
  return (await plansOnDay(today)).map(({ id, code, first_year, last_year, standing }) => {
    const { address, leadsTo = "" } =
      id === plan.id ? { address: undefined } : pageOf({ id, code, standing });
    return { code, first_year, last_year, standing, address, leadsTo };
  });
}
