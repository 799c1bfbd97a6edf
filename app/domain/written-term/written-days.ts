import { isKeptYear } from "../days.ts";
import { CARDINAL, numberOf, ORDINAL, ORDINAL_OF_PART } from "./numbers.ts";
import { FULL_MONTH, lastDayOfMonth, MONTH, MONTHS } from "./months.ts";
import type { Precision, WrittenDay } from "./term.ts";

const YEAR = "(?:,? ?(?:del(?:l'anno)? |anno )?(?<year>20\\d{2})| ?'(?<shortYear>\\d{2}))";
const NO_YEAR =
  "(?! ?'?\\d(?!\\))| (?:dell'|dello? )?(?:anno |esercizio )?(?:success|seguen|preced|pross|scors))";
const UNTOLD =
  "(?! ?(?:%|€|euro\\b|mila\\b|milion|or[ae]\\b|hh?\\b|gg\\b|giorn|settiman|mes[ei]\\b|ann[oi]\\b|punt[io]\\b))";
const ENDED = "(?!\\d|[/-]\\d)";

const PARTS: Record<string, { months: number; precision: Precision }> = {
  bim: { months: 2, precision: "two-months" },
  tri: { months: 3, precision: "quarter" },
  qua: { months: 4, precision: "four-months" },
  sem: { months: 6, precision: "half-year" },
};

const FIGURES = "(?<day>\\d{1,2})(?<sep>[/.])(?<month>\\d{1,2})";
const FIGURES_AND_YEAR =
  "(?<day>\\d{1,2}) ?(?<sep>[/.-]) ?(?<month>\\d{1,2}) ?\\k<sep> ?(?:(?<year>20\\d{2})|(?<shortYear>\\d{2}))";
const NAMED_DAY = `(?<day>primo|${CARDINAL}) ?[°^]? ?(?:di )?(?<name>${MONTH})`;
const PART = "(?<part>bim|trim|quadrim|sem)(?:estre|\\.)";
const END_OF = "(?:l'|(?:la )?fine (?:dell'|del )?|la )?";

type Groups = Partial<Record<string, string>>;

/** The writings of a day, and how each is read. The first that fits is taken. */
const WRITINGS = [
  writing(`${FIGURES_AND_YEAR}(?!\\d|\\k<sep>\\d|[/-]\\d{4})`, inFigures),
  writing(`${FIGURES}(?![\\d/.])${YEAR}${ENDED}`, inFigures),
  writing(`${FIGURES}(?!\\d|\\k<sep>\\d| (?:del(?:l'anno)? |anno )?20\\d)${UNTOLD}${NO_YEAR}`, inFigures),
  writing(`${NAMED_DAY}${YEAR}${ENDED}`, inWords),
  writing(`${NAMED_DAY}\\b${NO_YEAR}`, inWords),
  writing(`(?<name>${MONTH})${YEAR}${ENDED}`, inWords),
  writing(`(?<name>${FULL_MONTH})\\b${NO_YEAR}`, inWords),
  writing(`(?<ordinal>${ORDINAL_OF_PART}) ?${PART}${YEAR}${ENDED}`, asPart),
  writing(`(?<ordinal>(?!\\d )${ORDINAL_OF_PART}) ?${PART}${NO_YEAR}`, asPart),
  writing(`${END_OF}(?:anno |esercizio )?(?<year>20\\d{2})${ENDED}`, asYear),
  writing(`${END_OF}(?:anno|esercizio)\\b(?! (?!in corso|corrente|solare|e\\b|ed\\b)[a-z\\d'])`, asYear),
];

export type ReadDay = { on: WrittenDay; to: number };

/**
 * The day written at a place of a folded text, and where it ends. Nothing, when what is written there is no day: "31/02/2024",
 * "112/2004", "III semestre", "31 gennaio dell'anno successivo".
 *
 *     readDayAt("entro 30.6.2024", 6) // { on: { year: 2024, month: 6, day: 30, precision: "day" }, to: 15 }
 */
export function readDayAt(left: string, at: number): ReadDay | null {
  for (const { pattern, read } of WRITINGS) {
    pattern.lastIndex = at;
    const match = pattern.exec(left);
    if (!match) continue;
    const on = read(match.groups ?? {});
    return isOfCalendar(on) ? { on, to: at + match[0].length } : null;
  }
  return null;
}

function inFigures({ day, month, ...groups }: Groups): WrittenDay {
  return { year: yearIn(groups), month: Number(month), day: Number(day), precision: "day" };
}

function inWords({ day, name = "", ...groups }: Groups): WrittenDay {
  const year = yearIn(groups);
  const month = MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1;
  if (day === undefined) return { year, month, day: lastDayOfMonth(year, month), precision: "month" };
  return { year, month, day: numberOf(day), precision: "day" };
}

function asPart({ ordinal = "", part = "", ...groups }: Groups): WrittenDay {
  const year = yearIn(groups);
  const { months, precision } = PARTS[part.slice(0, 3)]!;
  const month = numberOf(ordinal.replace(/a$/, "o")) * months;
  return { year, month, day: lastDayOfMonth(year, month), precision };
}

function asYear(groups: Groups): WrittenDay {
  return { year: yearIn(groups), month: 12, day: 31, precision: "year" };
}

function yearIn({ year, shortYear }: Groups): number | null {
  if (shortYear !== undefined) return 2000 + Number(shortYear);
  return year === undefined ? null : Number(year);
}

/** A 29 February without a year is a day: whether it is one of the objective's year, `daysOf` says. */
function isOfCalendar({ year, month, day }: WrittenDay): boolean {
  if (month < 1 || month > 12 || !(day >= 1)) return false;
  if (year !== null && !isKeptYear(year)) return false;
  return day <= lastDayOfMonth(year ?? 2000, month);
}

function writing(pattern: string, read: (groups: Groups) => WrittenDay) {
  return { pattern: new RegExp(pattern, "y"), read };
}

/** Where a day may begin: figures, or a word that is not within another. */
const STARTS = /(?<![\d./-])\d{1,2}(?=[/.-]\d{1,2}(?![\d%])| ?[°^]? ?(?:di )?[a-z])|(?<![a-z\d])[a-z]/g;
const OF_A_PERIOD = new RegExp(
  `\\b(?:${ORDINAL}|\\d{1,2})°? ?(?:giorno )?(?:lavorativo )?(?:del|di|della) ?(?:l'|ogni |ciascun[oa]? )?(?:mese|bimestre|trimestre|quadrimestre|semestre|settimana)\\b`,
);

/**
 * True where a text names a calendar day, or a month or part of a year: "il 31/12 per il consuntivo", "prima del 30 giugno". A whole year alone is
 * no term; figures with neither a year nor "/" are a code.
 */
export function hasDay(text: string): boolean {
  return [...text.matchAll(STARTS)].some(({ index, 0: start }) => {
    const read = readDayAt(text, index);
    if (read === null || read.on.precision === "year") return false;
    const isBare = /^\d/.test(start) && /^\d{1,2}[.-]\d/.test(text.slice(index, read.to));
    return !isBare || read.on.year !== null;
  });
}

/** True where a text says on which day of each period: "entro il 15 del mese successivo", "il 5 di ogni mese". */
export function hasDayOfPeriod(text: string): boolean {
  return OF_A_PERIOD.test(text);
}
