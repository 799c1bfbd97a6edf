import { FULL_MONTH } from "./months.ts";
import { apart, beginsClause, type Found, type Grammar } from "./passages.ts";
import type { Said, WrittenDay } from "./term.ts";
import { type ReadDay, readDayAt } from "./written-days.ts";

const WEEKDAY = "(?:(?:lune|marte|mercole|giove|vener)di|sabato|domenica)";
const HOUR_OF = "(?:ore|h) ?\\d{1,2}(?:[:.]\\d{2})? (?:del |dell'|di )?";
const NOUN_OF = "(?:data|termine|giorno|mese|scadenza) (?:del |dell'|di )?";
const END_OF = `fine (?:di |del mese di )?(?=${FULL_MONTH})`;
const DUE_WORDS =
  "entro(?: e (?:comunque )?non oltre)?|non oltre|(?:scadenza|termine)(?: ultim[oa]| finale| previst[oa]| massim[oa])?";

/** What a due day is announced by; "entro.30/4" is a slip of typing. */
const DUE = new RegExp(
  `\\b(?:${DUE_WORDS})[.:]? ?(?:(?:il|lo|la) |l'|le (?=ore ))?(?:${NOUN_OF}|${HOUR_OF}|${END_OF})?(?:${WEEKDAY} )?`,
  "g",
);
const FROM =
  /\b(?:(?:a |con )?(?:partire|decorrere|decorrenza|far data) (?:da |dal |dall')|dal |dall'|da (?=[a-z]{5,9} (?:20\d\d )?a ))(?:giorno |mese di )?/g;

/** What stands between two days of a list: "luglio 2024 e dicembre 2024", "30/3-30/6", "30/6 (prima fase), 31/12". */
const NEXT =
  /(?: ?\([^()]{0,60}\))?(?: ?[,;-] ?| ?\/ ?(?=[a-z])| \/ | ed? | )(?:(?:ed? )?entro )?(?:il |l')?/y;
const UNTIL = / ?-? ?(?:fino )?a(?:l? |ll')/y;
const CLAUSE = /(?:^ *[-*•·▪]?|[;:•·▪|.*-]) ?(?:il |l')?/g;

/** "anno 2024: 31/12". */
const YEAR_BEFORE = /\b(?:anno|nel|annualita) (20\d\d) ?: ?$/;

type ListedDay = ReadDay & { from: number };

/** Days: announced ("entro il 30/6"), alone at the head of a sentence ("31/12/2024."), and those from which something runs. */
export const dayTerms: Grammar = (left) => {
  const announced = [...left.matchAll(DUE)]
    .filter((match) => announces(left, match))
    .flatMap(({ index, 0: { length } }) => due(listFrom(left, index, index + length)));
  const periods = [...left.matchAll(FROM)].flatMap(({ index, 0: { length } }) =>
    periodFrom(left, index, index + length),
  );
  const alone = [...left.matchAll(CLAUSE)]
    .map(({ index, 0: { length } }) => index + length)
    .filter((at) => beginsClause(left, at))
    .flatMap((at) => due(aloneFrom(left, at)));
  return apart([...announced, ...periods, ...alone]);
};

/** "Scadenza: 30/9" is a due day; "i contratti in scadenza il 30/9" end by themselves. */
function announces(left: string, { index, 0: words }: RegExpExecArray): boolean {
  return !/^(?:scadenza|termine)/.test(words) || beginsClause(left, index);
}

/** A day, and those that follow it in a list. */
function listFrom(left: string, from: number, at: number): ListedDay[] {
  const days: ListedDay[] = [];
  let start = from;
  for (let read = readDayAt(left, at); read; read = start < 0 ? null : readDayAt(left, start)) {
    if (days.length > 0 && !mayFollow(left.slice(start, read.to), read.on, days.at(-1)!.on)) break;
    days.push({ ...read, from: start });
    start = after(NEXT, left, read.to);
  }
  return withYears(days, YEAR_BEFORE.exec(left.slice(Math.max(0, from - 18), from))?.[1]);
}

/** "31/12/2024 1.11 Entro il": figures without a year that come after a day with one are the code of the next point. */
function mayFollow(words: string, { year, precision }: WrittenDay, last: WrittenDay): boolean {
  if (precision === "year") return false;
  return year !== null || !/\d[./]\d/.test(words) || last.year === null;
}

/** A year written once, before or after the days of a list, is that of all. */
function withYears(days: ListedDay[], before: string | undefined): ListedDay[] {
  let dated: WrittenDay | null = null;
  for (const day of days.toReversed()) {
    if (day.on.year !== null) dated = day.on;
    else if (dated) day.on = inYearOf(day.on, dated);
    else if (before !== undefined) day.on = { ...day.on, year: Number(before) };
  }
  return days;
}

/** "30/11 e 31/01/2026": the first is not of the year of the second. */
function inYearOf(on: WrittenDay, later: WrittenDay): WrittenDay {
  return on.month <= later.month ? { ...on, year: later.year } : on;
}

/** "dal 1/3"; of "dal 1/3 al 30/6" also the day when the period ends, which is due. */
function periodFrom(left: string, from: number, at: number): Found[] {
  const first = readDayAt(left, at);
  if (!first || first.on.precision === "year") return [];
  const until = after(UNTIL, left, first.to);
  const last = until < 0 ? null : readDayAt(left, until);
  if (!last) return [found(from, first.to, { kind: "from", on: first.on })];
  const on = first.on.year === null ? inYearOf(first.on, last.on) : first.on;
  return [found(from, first.to, { kind: "from", on }), ...due([{ ...last, from: until }])];
}

/** Days with nothing before them and, but for those in full, nothing after: "31/12", "Giugno 2024". A bare "1.10" is a code. */
function aloneFrom(left: string, at: number): ListedDay[] {
  const days = listFrom(left, at, at);
  const end = days.at(-1)?.to ?? at;
  const isWhole = /^ ?(?:[,;:.()\u0000-]|$)/.test(left.slice(end, end + 2));
  const isDated = days.every(({ on }) => on.year !== null && on.precision === "day");
  const isCode = days.some(({ on, from, to }) => on.year === null && /\d\.\d/.test(left.slice(from, to)));
  const isYear = days.some(({ on }) => on.precision === "year");
  if (isYear || isCode || !(isWhole || isDated)) return [];
  return isPeriod(left, days) ? days.slice(-1) : days;
}

/** "gennaio-dicembre", "1/1-31/12": from one to the other. If instead it is both, the last is due all the same. */
function isPeriod(left: string, [first, second, third]: readonly ListedDay[]): boolean {
  if (!first || !second || third || !/^ ?- ?$/.test(left.slice(first.to, second.from))) return false;
  return first.on.day === 1 || first.on.precision !== "day";
}

function after(between: RegExp, left: string, at: number): number {
  between.lastIndex = at;
  return between.test(left) ? between.lastIndex : -1;
}

function due(days: readonly ListedDay[]): Found[] {
  return days.map(({ on, from, to }) => found(from, to, { kind: "due", on }));
}

function found(from: number, to: number, says: Said): Found {
  return { from, to, says };
}
