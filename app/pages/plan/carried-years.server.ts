import { type CarriedYear, carriedInto, placeOf } from "#app/domain/plan/carried-years.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listCarryOvers } from "#db/plan/carry-overs.ts";
import type { PlanRow } from "#db/schema.ts";
import { adoptedPlansOnDay } from "./plan-on-day.server.ts";

/** What a plan has taken over from those before it on a day, by place; of a draft, what it is to take over. */
export function carriedYearsOf(plan: PlanRow, at: Viewpoint): Promise<Map<string, CarriedYear[]>> {
  return whileUnchanged(
    ["riportate", plan.id, plan.adopted_on, at.day, at.isOver],
    async () => {
      if (plan.adopted_on === null) return chosenFor(plan);
      const plans = await adoptedPlansOnDay(at);
      return carriedInto(
        plan.code,
        plans.filter((one) => one.plan.first_year < plan.first_year),
      );
    },
    (carried) => carried.size,
  );
}

async function chosenFor(draft: PlanRow): Promise<Map<string, CarriedYear[]>> {
  const chosen = await listCarryOvers(db, draft.id);
  const byPlace = groupBy(chosen, ({ target_code, target_year }) => placeOf(target_code, target_year));
  const named = (ones: typeof chosen) => ones.map(({ plan, code, year }) => ({ plan, code, year }));
  return new Map([...byPlace].map(([place, ones]) => [place, named(ones)]));
}
