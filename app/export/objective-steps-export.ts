import type { DataExport } from "./data-format.ts";
import { groupBy } from "#app/domain/grouping.ts";
import type { ObjectiveOnDay, StepOnDay, WrittenReport } from "#app/domain/objective/objectives-on-day.ts";
import type { StepMeasure } from "#app/domain/objective/step-measures.ts";
import {
  MEASURE_CODES,
  PERIOD_CODES,
  PRECISION_CODES,
  RHYTHM_CODES,
  SERVICE_SIDE_CODES,
  SERVICE_UNIT_CODES,
  TERM_KIND_CODES,
} from "#app/domain/objective/term-codes.ts";
import type { Term } from "#app/domain/objective/terms.ts";
import type { Evidence } from "#app/domain/status/evidence.ts";

type Activity = DataExport["obiettivi"][number]["attivita"][number];
type Point = Activity["punti"][number];

/** For which office each report was made, by its id. */
type AuthorOffices = ReadonlyMap<number, string>;

/** The activities of an objective in their order, each with its points; before them, without number and title, the points of none. */
export function activitiesOf({ activities, steps }: ObjectiveOnDay, offices: AuthorOffices): Activity[] {
  const byActivity = groupBy(steps, (step) => step.objective_activity_id);
  const pointsOf = (id: number | null) =>
    (byActivity.get(id) ?? []).map((step) => pointAsItStands(step, offices));
  const alone = pointsOf(null);
  return [
    ...(alone.length > 0 ? [{ numero: null, titolo: null, testo: null, punti: alone }] : []),
    ...activities.map(({ id, number_as_written, title, text }) => ({
      numero: number_as_written,
      titolo: title,
      testo: text,
      punti: pointsOf(id),
    })),
  ];
}

function pointAsItStands(step: StepOnDay, offices: AuthorOffices): Point {
  return {
    numero: step.ordinal,
    codice: step.code_as_written,
    titolo: step.heading_as_written,
    testo: step.text,
    programmato: step.planned_as_written,
    programmatoComune: step.planned_is_shared === 1,
    termini: step.terms.map(termAsRead),
    nonCapito: step.isUnread,
    misura: measureAsRead(step.measure),
    peso: step.weight,
    effettivo: step.reports.map((report) => reportAsWritten(report, offices)),
  };
}

/** What was understood of a term, each part in its place and null where the term has none. */
function termAsRead(term: Term): Point["termini"][number] {
  return {
    tipo: TERM_KIND_CODES[term.kind],
    testo: term.asWritten,
    giorno: term.kind === "due" || term.kind === "from" ? dayAsRead(term.on) : null,
    ogni: term.kind === "recurrence" ? PERIOD_CODES[term.every] : null,
    tempo: term.kind === "service" ? serviceTimeAsRead(term) : null,
    valore: term.kind === "target" ? { quanto: term.value, unita: term.unit } : null,
  };
}

function dayAsRead({ year, month, day, precision }: Extract<Term, { kind: "due" }>["on"]) {
  return { anno: year, mese: month, giorno: day, precisione: PRECISION_CODES[precision] };
}

function serviceTimeAsRead({ amount, unit, side, of }: Extract<Term, { kind: "service" }>) {
  return {
    quanto: amount,
    unita: SERVICE_UNIT_CODES[unit],
    verso: SERVICE_SIDE_CODES[side],
    evento: of,
  };
}

function measureAsRead(measure: StepMeasure): Point["misura"] {
  return {
    tipo: MEASURE_CODES[measure.kind],
    entro: measure.kind === "due" ? measure.dueOn : null,
    ogni: measure.kind === "periods" ? RHYTHM_CODES[measure.every] : null,
    periodi: measure.kind === "periods" ? measure.periods.length : null,
  };
}

function reportAsWritten(report: WrittenReport, offices: AuthorOffices): Point["effettivo"][number] {
  return {
    giorno: report.effective_on,
    testo: report.text,
    prova: report.evidence === null ? null : (JSON.parse(report.evidence) as Evidence),
    avanzamento: report.progress,
    dal: report.covers_from_on,
    al: report.covers_until_on,
    volte: report.occurrences,
    ruolo: report.author_role,
    ufficio: offices.get(report.id) ?? null,
  };
}
