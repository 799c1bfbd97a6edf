import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { SITUATION_CODE } from "#app/domain/codes.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { unprocessable } from "#app/http.server.ts";
import { csvResponse } from "#app/outside/csv.server.ts";
import { requireUser } from "#app/session.server.ts";
import { planAskedFor, yearlyProgressOnDay } from "#app/pages/plan/yearly-progress.server.ts";

/** The rows of the four charts, as a table (docs/formato-dati.md). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const asOf = readAsOf(request);
  if (asOf.error) throw unprocessable(asOf.error);
  const plan = await planAskedFor(request, asOf.today);
  const { byYear, byArea, byTheme, byOffice } = await yearlyProgressOnDay(plan, asOf.at);
  const rows = [
    ...byYear.map((row) => csvRow("anno", row)),
    ...byArea.map((row) => csvRow("ambito", row)),
    ...byTheme.map((row) => csvRow("tema", row)),
    ...byOffice.map((row) => csvRow("ufficio", row)),
  ];
  return csvResponse(`andamento-${plan.code}-al-${asOf.at.day}`, rows, Object.keys(rows[0] ?? {}));
}

function csvRow(
  group: string,
  {
    key,
    name,
    adopted,
    total,
    completed,
    counts,
    progress,
  }: Tally & { key: string; name: string; adopted?: number },
) {
  return {
    per: group,
    codice: key,
    nome: name,
    adottate: adopted ?? null,
    annualita: total,
    ...Object.fromEntries(SITUATIONS.map((situation) => [SITUATION_CODE[situation], counts[situation]])),
    completate: completed,
    avanzamento_punti: progress.points,
    avanzamento_su: progress.weight * 100,
  };
}
