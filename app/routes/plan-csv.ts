import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import { SITUATION_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import { dayInRome } from "#app/domain/days.ts";
import type { PlanActionOnDay, PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { isCompleted } from "#app/domain/status/situations.ts";
import { unprocessable } from "#app/http.server.ts";
import { csvResponse } from "#app/outside/csv.server.ts";
import { planFiltered, readPlanFilter } from "#app/pages/plan/plan-filter.server.ts";
import { planOnDay, planOr404 } from "#app/pages/plan/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The annualità that the filters of the plan find, one a row (docs/formato-dati.md). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const plan = await planOr404(params.plan);
  const asOf = readAsOf(request);
  const { areas } = await planOnDay(plan, asOf.at);
  const read = await readPlanFilter(request, { plan, areas });
  const wrong = asOf.error ?? Object.values(read.errors)[0];
  if (wrong) throw unprocessable(wrong);

  const filtered = await planFiltered(plan, asOf.at, read.filter);
  const asked = new Set(filtered.matching);
  const rows = filtered.actions.flatMap((action) =>
    action.years.filter((year) => asked.has(year)).map((year) => csvRow(action, year)),
  );
  return csvResponse(`piano-${plan.code}-al-${asOf.at.day}`, rows, COLUMNS);
}

const COLUMNS = [
  "ambito",
  "codice",
  "azione",
  "responsabili",
  "temi",
  "anno",
  "stato",
  "situazione",
  "avanzamento",
  "scadenza",
  "provata",
  "aggiornata_il",
  "viene_dal",
  "verso_anno",
];

function csvRow(action: PlanActionOnDay, year: PlanActionYear) {
  return {
    ambito: action.areaCode,
    codice: action.code,
    azione: action.title,
    responsabili: action.responsibles.map(({ code }) => code).join(" "),
    temi: action.themes.join(" "),
    anno: year.year,
    stato: STATUS_CODE[year.status],
    situazione: SITUATION_CODE[year.situation],
    avanzamento: year.progress,
    scadenza: year.dueOn,
    provata: isCompleted(year.situation) ? (year.proven ? "si" : "no") : "",
    aggiornata_il: year.recordedAt === null ? "" : dayInRome(year.recordedAt),
    viene_dal: year.origins.join(" "),
    verso_anno: year.target?.year ?? null,
  };
}
