import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { unknownWords } from "#app/components/smartability/not-supposed.tsx";
import { LEVELS } from "#app/domain/level/levels.ts";
import { LEVEL_CODE, LEVEL_ROW_CODE } from "#app/domain/work-process/process-codes.ts";
import { unprocessable } from "#app/http.server.ts";
import { csvResponse } from "#app/outside/csv.server.ts";
import { smartabilityOnDay } from "#app/pages/smartability/level-chart.server.ts";
import {
  readSupposition,
  suppositionOnDay,
  withSupposed,
} from "#app/pages/smartability/supposition.server.ts";
import { requireUser } from "#app/session.server.ts";

const COLUMNS = [
  "riga",
  "giorno",
  ...LEVELS.map((level) => LEVEL_CODE[level]),
  "processi",
  ...LEVELS.map((level) => `${LEVEL_CODE[level]}_dalle_mappe`),
];

/** The rows of the chart of levels, as a table (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  if (asOf.error) throw unprocessable(asOf.error);
  const { rows } = await smartabilityOnDay(asOf.at);
  const { ids, unknown } = await readSupposition(request, asOf.at);
  if (unknown.length > 0) throw unprocessable(unknownWords(unknown));
  const supposition = await suppositionOnDay(asOf.at, ids, false);
  const lines = withSupposed(rows, supposition).map(({ kind, day, counts, total, change }) => ({
    riga: LEVEL_ROW_CODE[kind],
    giorno: day,
    ...Object.fromEntries(LEVELS.map((level) => [LEVEL_CODE[level], counts[level]])),
    processi: total,
    ...Object.fromEntries(LEVELS.map((level) => [`${LEVEL_CODE[level]}_dalle_mappe`, change[level]])),
  }));
  return csvResponse(`smartabilita-al-${asOf.at.day}`, lines, COLUMNS);
}
