import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { workProcessesSheet } from "#app/export/lists/work-processes-sheet.ts";
import { unprocessable } from "#app/http.server.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { processesFiltered, readProcessFilter } from "#app/pages/work-process/process-filter.server.ts";
import { claimedActionsOnDay } from "#app/pages/work-process/smartability.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The processes that the filters of the list find, one a row (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  const { filter, errors } = await readProcessFilter(request);
  const wrong = asOf.error ?? Object.values(errors)[0];
  if (wrong) throw unprocessable(wrong);

  const { processes } = await processesFiltered(asOf.at, filter);
  const sheet = workProcessesSheet(await claimedActionsOnDay(asOf.at));
  return sheetResponse(request, { sheet, rows: processes, of: "processi", day: asOf.at.day });
}
