import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { OBJECTIVES_SHEET } from "#app/export/lists/objectives-sheet.ts";
import { unprocessable } from "#app/http.server.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { objectivesAsked } from "#app/pages/objective/objective-filter.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The objectives that the filters of the list find, one a row (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { found, errors } = await objectivesAsked(request, asOf, user);
  const wrong = asOf.error ?? Object.values(errors)[0];
  if (wrong) throw unprocessable(wrong);
  return sheetResponse(request, { sheet: OBJECTIVES_SHEET, rows: found, of: "obiettivi", day: asOf.at.day });
}
