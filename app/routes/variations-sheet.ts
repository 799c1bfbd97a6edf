import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { filterVariations } from "#app/domain/variation/variation-counts.ts";
import { VARIATIONS_SHEET } from "#app/export/lists/variations-sheet.ts";
import { unprocessable } from "#app/http.server.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { planOnDay, planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { planVariations, readVariationFilter } from "#app/pages/variation/variations.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The variations that the filters of their page find, one a row (docs/formato-dati.md). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const plan = await planOr404(params.plan);
  const { at, error } = readAsOf(request);
  const { areas } = await planOnDay(plan, at);
  const { filter, errors } = readVariationFilter(request, areas);
  const wrong = error ?? Object.values(errors)[0];
  if (wrong) throw unprocessable(wrong);
  const found = filterVariations(await planVariations(plan, at), filter);
  return sheetResponse(request, {
    sheet: VARIATIONS_SHEET,
    rows: found.map((variation) => ({ plan: plan.code, variation })),
    of: `variazioni-${plan.code}`,
    day: at.day,
  });
}
