import type { LoaderFunctionArgs } from "@remix-run/node";
import { HISTORY_SHEET } from "#app/export/lists/history-sheet.ts";
import { sheetResponse } from "#app/outside/sheets.server.ts";
import { historyOfFound } from "#app/pages/plan/history-as-file.server.ts";
import { planAskedAsFile } from "#app/pages/plan/plan-as-file.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The history of the annualità that the filters of the plan find, one line a row (docs/formato-dati.md). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const asked = await planAskedAsFile(request, params.plan);
  return sheetResponse(request, {
    sheet: HISTORY_SHEET,
    rows: await historyOfFound(asked),
    of: `storia-${asked.plan.code}`,
    day: asked.at.day,
  });
}
