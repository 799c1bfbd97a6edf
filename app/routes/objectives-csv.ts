import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAsOf } from "#app/as-of.server.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { shareWords } from "#app/objective-sentences.ts";
import { unprocessable } from "#app/http.server.ts";
import { OBJECTIVE_KIND_CODES } from "#app/objective-labels.ts";
import { csvResponse } from "#app/outside/csv.server.ts";
import { objectivesAsked } from "#app/pages/objective/objective-filter.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The objectives that the filters of the list find, one a row. */
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { found, errors } = await objectivesAsked(request, asOf, user);
  const wrong = asOf.error ?? Object.values(errors)[0];
  if (wrong) throw unprocessable(wrong);
  return csvResponse(`obiettivi-al-${asOf.at.day}`, found.map(csvRow), COLUMNS);
}

const COLUMNS = [
  "codice",
  "documento",
  "numero",
  "primo_anno",
  "ultimo_anno",
  "titolo",
  "tipo",
  "trasversale",
  "uffici",
  "uffici_scelti",
  "peso",
  "avanzamento",
  "avanzamento_addendi",
  "atteso",
  "atteso_addendi",
  "dichiarato",
  "validato",
  "azioni",
];

function csvRow(objective: ObjectiveOnDay) {
  const { progress, figures } = objective;
  const isMeasured = progress.percent !== null;
  const actions = new Set(objective.links.map(({ plan, action }) => `${plan}/${action}`));
  return {
    codice: objective.code,
    documento: objective.document,
    numero: objective.number_as_written,
    primo_anno: objective.first_year,
    ultimo_anno: objective.last_year,
    titolo: objective.title,
    tipo: OBJECTIVE_KIND_CODES[objective.kind],
    trasversale: objective.is_transversal === 1 ? "si" : "no",
    uffici: objective.offices.map(({ code }) => code).join(" "),
    uffici_scelti: objective.office_is_chosen === 1 ? "si" : "no",
    peso: objective.weight,
    avanzamento: progress.percent,
    avanzamento_addendi: isMeasured ? shareWords(progress.done, progress.weight) : "non misurabile",
    atteso: progress.expectedPercent,
    atteso_addendi: isMeasured ? shareWords(progress.expected, progress.weight) : "non misurabile",
    dichiarato: figures.declared?.percent ?? null,
    validato: figures.validated?.percent ?? null,
    azioni: [...actions].join(" "),
  };
}
