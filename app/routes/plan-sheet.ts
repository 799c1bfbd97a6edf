import type { LoaderFunctionArgs } from "@remix-run/node";
import { planSheet } from "#app/export/lists/plan-sheet.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { planAskedAsFile } from "#app/pages/plan/plan-as-file.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The actions that the filters of the plan find, in the shape in which plans are adopted (docs/formato-dati.md). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const { plan, areas, found, at } = await planAskedAsFile(request, params.plan);
  return sheetResponse(request, {
    sheet: planSheet(plan, areas),
    rows: found.actions,
    of: `piano-${plan.code}`,
    day: at.day,
  });
}
