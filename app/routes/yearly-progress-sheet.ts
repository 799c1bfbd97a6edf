import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { YEARLY_PROGRESS_SHEET } from "#app/export/lists/yearly-progress-sheet.ts";
import { unprocessable } from "#app/http.server.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { requireUser } from "#app/session.server.ts";
import { planAskedFor, yearlyProgressOnDay } from "#app/pages/plan/yearly-progress.server.ts";

/** The rows of the four charts, as a table (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  if (asOf.error) throw unprocessable(asOf.error);
  const plan = await planAskedFor(request, asOf);
  const { byYear, byArea, byTheme, byOffice } = await yearlyProgressOnDay(plan, asOf.at);
  const rows = [
    ...byYear.map((row) => ({ ...row, group: "anno" })),
    ...byArea.map((row) => ({ ...row, group: "ambito" })),
    ...byTheme.map((row) => ({ ...row, group: "tema" })),
    ...byOffice.map((row) => ({ ...row, group: "ufficio" })),
  ];
  return sheetResponse(request, {
    sheet: YEARLY_PROGRESS_SHEET,
    rows,
    of: `andamento-${plan.code}`,
    day: asOf.at.day,
  });
}
