import type { Viewpoint } from "#app/domain/days.ts";
import { type Variation, variationsOf } from "#app/domain/variation/variations.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import type { PlanRow } from "#db/schema.ts";
import { listVariationFacts } from "#db/variation/variation-facts.ts";

/** The variations of a plan up to a day (R12), told once while nothing changes. */
export function planVariations(plan: PlanRow, at: Viewpoint): Promise<Variation[]> {
  return whileUnchanged(
    ["variazioni", plan.id, plan.adopted_on, at.day],
    async () => variationsOf(await inReadTransaction(db, (tx) => listVariationFacts(tx, plan, at.day)), at),
    (variations) => variations.length,
  );
}
