import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { unknownWords } from "#app/components/smartability/not-supposed.tsx";
import { SMARTABILITY_SHEET } from "#app/export/lists/smartability-sheet.ts";
import { unprocessable } from "#app/http.server.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { smartabilityOnDay } from "#app/pages/smartability/level-chart.server.ts";
import {
  readSupposition,
  suppositionOnDay,
  withSupposed,
} from "#app/pages/smartability/supposition.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The rows of the chart of levels, as a table (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  if (asOf.error) throw unprocessable(asOf.error);
  const { rows } = await smartabilityOnDay(asOf.at);
  const { ids, unknown } = await readSupposition(request, asOf.at);
  if (unknown.length > 0) throw unprocessable(unknownWords(unknown));
  const supposition = await suppositionOnDay(asOf.at, ids, false);
  return sheetResponse(request, {
    sheet: SMARTABILITY_SHEET,
    rows: withSupposed(rows, supposition),
    of: "smartabilita",
    day: asOf.at.day,
  });
}
