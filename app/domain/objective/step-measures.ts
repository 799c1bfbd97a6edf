import { addDays, addMonths, format, getDay, parseISO } from "date-fns";
import { type Day, dayAfter, firstDayOf, lastDayOf } from "../days.ts";
import { fold } from "../words.ts";
import { lastDayOfMonth } from "../written-term/months.ts";
import { afterWorkingDays } from "../working-days.ts";
import { daysOf } from "./due-days.ts";
import { type Span, yearsOf } from "./objectives.ts";
import type { Period, Term } from "./terms.ts";

/** A stretch of days that a step is to be reported on, and the day by which. */
export type ReportedPeriod = { from: Day; until: Day; dueOn: Day };

/**
 * How a step is measured (R9): once, by a day; so many periods of the objective's years; or not at all, what happens on request, at each
 * event or without a term that could be read ("attività continuativa").
 */
export type StepMeasure =
  | { kind: "due"; dueOn: Day }
  | { kind: "periods"; every: Period | "due-days"; periods: ReportedPeriod[] }
  | { kind: "continuous" };

/** From the finest: of several rhythms the finest counts, because whoever keeps it keeps the others. */
const RHYTHMS: readonly Period[] = [
  "day",
  "week",
  "month",
  "two-months",
  "quarter",
  "four-months",
  "half-year",
  "year",
];

const MONTHS_OF: Partial<Record<Period, number>> = {
  month: 1,
  "two-months": 2,
  quarter: 3,
  "four-months": 4,
  "half-year": 6,
  year: 12,
};

/**
 * The measure that the terms of a step's programmato give it. Several due days are periods of their own, whatever rhythm is named beside
 * them; a rhythm finer than a year counts more than the one day by which it is to end.
 */
export function measureOf(terms: readonly Term[], span: Span): StepMeasure {
  const days = [...new Set(yearsOf(span).flatMap((year) => daysOf(terms, year)))].sort();
  if (days.length > 1) return { kind: "periods", every: "due-days", periods: upToEach(days, span) };
  const rhythm = RHYTHMS.find((every) =>
    terms.some((term) => term.kind === "recurrence" && term.every === every),
  );
  if (days.length === 1 && (rhythm === undefined || rhythm === "year"))
    return { kind: "due", dueOn: days[0]! };
  if (rhythm === undefined) return { kind: "continuous" };
  const periods = yearsOf(span).flatMap((year) => stretchesOf(rhythm, year));
  return {
    kind: "periods",
    every: rhythm,
    periods: periods.map((one) => ({ ...one, dueOn: dueAfter(one.until, terms) })),
  };
}

/** From the first day of the objective to each due day. */
function upToEach(days: readonly Day[], { firstYear }: Span): ReportedPeriod[] {
  const starts = [firstDayOf(firstYear), ...days.slice(0, -1).map((day) => dayAfter(day))];
  return days.map((day, index) => ({
    from: starts[index]! < day ? starts[index]! : day,
    until: day,
    dueOn: day,
  }));
}

function stretchesOf(every: Period, year: number): { from: Day; until: Day }[] {
  const months = MONTHS_OF[every];
  if (months !== undefined) return monthsOf(year, months);
  return every === "week" ? weeksOf(year) : daysOfYear(year).map((day) => ({ from: day, until: day }));
}

function monthsOf(year: number, months: number) {
  const ends = Array.from({ length: 12 / months }, (_, index) => endOfMonth(year, (index + 1) * months));
  return ends.map((until, index) => ({
    from: index === 0 ? firstDayOf(year) : dayAfter(ends[index - 1]!),
    until,
  }));
}

function endOfMonth(year: number, month: number): Day {
  return `${year}-${String(month).padStart(2, "0")}-${lastDayOfMonth(year, month)}`;
}

/** Weeks from Monday, as ISO 8601 numbers them: less than four days at either end of the year go with the week beside them. */
function weeksOf(year: number) {
  const fourth = parseISO(`${year}-01-04`);
  const firstMonday = addDays(fourth, -((getDay(fourth) + 6) % 7));
  const mondays = Array.from({ length: 53 }, (_, index) =>
    format(addDays(firstMonday, index * 7), "yyyy-MM-dd"),
  );
  const within = mondays.filter((monday) => dayAfter(monday, 3) <= lastDayOf(year));
  return within.map((monday, index) => ({
    from: index === 0 ? firstDayOf(year) : monday,
    until: index === within.length - 1 ? lastDayOf(year) : dayAfter(monday, 6),
  }));
}

function daysOfYear(year: number): Day[] {
  const days: Day[] = [];
  for (let day = firstDayOf(year); day <= lastDayOf(year); day = dayAfter(day)) days.push(day);
  return days;
}

const PERIOD_NOUN = "(?:mese|mensilita|bimestre|trimestre|quadrimestre|semestre|anno|settimana|periodo)";
const END_NOUN = "(?:scadenza|fine|termine|conclusione|chiusura|ultimo giorno)";

/** What a service time runs from, where that is the end of a period: "scadenza del mese", "trimestre di riferimento", "fine". */
const PERIOD_END = new RegExp(
  `^(?:${END_NOUN}|(?:${END_NOUN} (?:di |del |della |dell'))?(?:ogni |ciascun[oa]? |singol[oa] )?${PERIOD_NOUN}(?: (?:di (?:riferimento|competenza)|stess[oa]|solare|trascors[oa]|precedente))?)$`,
);

/**
 * "Elenco mensile: entro 10 giorni lavorativi dalla scadenza del mese" is due so long after its period; by itself a period is due with its
 * end, also where the time runs from something else: "trimestrale, entro 10 giorni dalla richiesta".
 */
function dueAfter(until: Day, terms: readonly Term[]): Day {
  const service = terms.find(
    (term) =>
      term.kind === "service" &&
      term.side === "after" &&
      (term.of === null || PERIOD_END.test(fold(term.of))),
  );
  if (service?.kind !== "service") return until;
  if (service.unit === "working-day") return afterWorkingDays(until, service.amount);
  if (service.unit === "month") return format(addMonths(parseISO(until), service.amount), "yyyy-MM-dd");
  return service.unit === "day" ? dayAfter(until, service.amount) : until;
}
