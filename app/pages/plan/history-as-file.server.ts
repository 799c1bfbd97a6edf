import { placeOf } from "#app/domain/plan/carried-years.ts";
import { speaksOfYears } from "#app/domain/plan/plan-filter.ts";
import { lineAsWritten } from "#app/export/history-export.ts";
import type { HistoryRow } from "#app/export/lists/history-sheet.ts";
import { listChainOfPlan } from "#db/chain.ts";
import { db } from "#db/connection.server.ts";
import type { planAskedAsFile } from "./plan-as-file.server.ts";

/**
 * The lines of a plan that took effect by a day, in order of recording, as the data export tells them: of the actions that the filters
 * find and, where the filters speak of annualità, of those alone.
 */
export async function historyOfFound({
  plan,
  filter,
  found,
  at,
}: Awaited<ReturnType<typeof planAskedAsFile>>): Promise<HistoryRow[]> {
  const matching = new Set(found.matching);
  const places = found.actions.flatMap(({ code, years }) =>
    years
      .filter((year) => !speaksOfYears(filter) || matching.has(year))
      .map(({ year }) => placeOf(code, year)),
  );
  const asked = new Set(places);
  const lines = (await listChainOfPlan(db, plan.id, at.day)).map(lineAsWritten);
  const replacedBy = new Map(lines.map(({ rettifica, sequenza }) => [rettifica, sequenza]));
  return lines
    .filter(({ azione, anno }) => asked.has(placeOf(azione, anno)))
    .map((line) => ({ line, replacedBy: replacedBy.get(line.sequenza) ?? null }));
}
