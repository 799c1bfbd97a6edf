import type { Viewpoint } from "#app/domain/days.ts";
import { memberOf } from "#app/domain/codes.ts";
import { VARIATION_CODE } from "#app/domain/variation/variation-codes.ts";
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

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

/** The filter that an address asks for; a value that does not exist narrows nothing, and the page says so. */
export function readVariationFilter(request: Request, areas: readonly { code: string }[]) {
  const query = new URL(request.url).searchParams;
  const names = ["tipo", "ambito"] as const;
  const asked = Object.fromEntries(
    names.map((name) => [name, query.get(name)?.trim() ?? ""]).filter(([, value]) => value !== ""),
  ) as Partial<Record<(typeof names)[number], string>>;
  const filter = {
    kind: memberOf(VARIATION_CODE, asked.tipo),
    area: areas.find(({ code }) => code === asked.ambito)?.code,
  };
  const errors = {
    ...(asked.tipo !== undefined && filter.kind === undefined ? { tipo: UNKNOWN } : {}),
    ...(asked.ambito !== undefined && filter.area === undefined ? { ambito: UNKNOWN } : {}),
  };
  return { filter, asked, errors };
}
