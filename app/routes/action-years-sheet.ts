import type { LoaderFunctionArgs } from "@remix-run/node";
import { ACTION_YEARS_SHEET } from "#app/export/lists/action-years-sheet.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { planAskedAsFile } from "#app/pages/plan/plan-as-file.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The annualità that the filters of the plan find, one a row (docs/formato-dati.md). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const { plan, found, at } = await planAskedAsFile(request, params.plan);
  const asked = new Set(found.matching);
  const rows = found.actions.flatMap((action) =>
    action.years.filter((year) => asked.has(year)).map((year) => ({ action, year })),
  );
  return sheetResponse(request, {
    sheet: ACTION_YEARS_SHEET,
    rows,
    of: `annualita-${plan.code}`,
    day: at.day,
  });
}
