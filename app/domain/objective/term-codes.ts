import type { Period, Precision, ServiceUnit, Term } from "../written-term/term.ts";
import type { Direction } from "./indicators.ts";
import type { StepMeasure } from "./step-measures.ts";

/** The codes of exports for what a programmato says and how a step is measured: as those of `codes.ts`, they never change. */
export const TERM_KIND_CODES: Record<Term["kind"], string> = {
  due: "entro",
  from: "dal",
  recurrence: "ricorrenza",
  "on-request": "su_richiesta",
  "per-event": "a_evento",
  immediate: "subito",
  service: "tempo_di_servizio",
  condition: "condizione",
  target: "valore",
};

export const PERIOD_CODES: Record<Period, string> = {
  day: "giorno",
  week: "settimana",
  month: "mese",
  "two-months": "bimestre",
  quarter: "trimestre",
  "four-months": "quadrimestre",
  "half-year": "semestre",
  year: "anno",
  unspecified: "non_precisato",
};

export const PRECISION_CODES: Record<Precision, string> = {
  day: "giorno",
  month: "mese",
  "two-months": "bimestre",
  quarter: "trimestre",
  "four-months": "quadrimestre",
  "half-year": "semestre",
  year: "anno",
};

export const SERVICE_UNIT_CODES: Record<ServiceUnit, string> = {
  hour: "ora",
  day: "giorno",
  "working-day": "giorno_lavorativo",
  month: "mese",
};

/** Whether a service time runs from its event or up to it. */
export const SERVICE_SIDE_CODES: Record<Extract<Term, { kind: "service" }>["side"], string> = {
  after: "dopo",
  before: "prima",
};

export const MEASURE_CODES: Record<StepMeasure["kind"], string> = {
  due: "termine",
  periods: "periodi",
  continuous: "continuativa",
};

/** What the periods of a step are: a rhythm, or the stretches that end with each of its due days. */
export const RHYTHM_CODES: Record<Period | "due-days", string> = { ...PERIOD_CODES, "due-days": "termini" };

export const DIRECTION_CODES: Record<Direction, string> = { up: "crescere", down: "diminuire" };
