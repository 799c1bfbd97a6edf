import type { Day } from "./domain/days.ts";
import { percentOf, type Progress } from "./domain/plan/yearly-progress.ts";

const NUMBER = new Intl.NumberFormat("it-IT", { useGrouping: "always", maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat("it-IT", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "UTC",
});
const MOMENT = new Intl.DateTimeFormat("it-IT", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/Rome",
});

/** 7730 → "7.730"; 76.46 → "76,5". */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** 1.25 → "1,25": a weight as it is written in its field, whole. */
export function formatWeight(weight: number): string {
  return String(weight).replace(".", ",");
}

/** "2022-12-31" → "31/12/2022". */
export function formatDay(day: Day): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

const MONTH = new Intl.DateTimeFormat("it-IT", { month: "long", year: "numeric", timeZone: "UTC" });

/** "2026-10" → "ottobre 2026". */
export function formatMonth(month: string): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

/** A moment (ISO UTC) as the clock on the wall in Rome showed it: "il 13/09/2023 alle 9:41", "l’11/10/2022 alle 11:20". */
export function momentWithArticle(moment: string): string {
  const [day, time] = MOMENT.format(new Date(moment)).split(", ");
  const [number, month, year] = day!.split("/");
  return `${dayWith("il", `${year}-${month}-${number}`)} alle ${time!.replace(/^0/, "")}`;
}

/** 76.46 → "76,5%". */
export function formatPercent(percent: number): string {
  return `${NUMBER.format(percent)}%`;
}

/** "76,5%", or "non misurabile" where there is nothing to measure. */
export function formatProgress(progress: Progress): string {
  const percent = percentOf(progress);
  return percent === null ? "non misurabile" : formatPercent(percent);
}

/** 1 → "1 annualità", 2 → "2 annualità": the number and the word that agrees with it. */
export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

/** ["a", "b", "c"] → "a, b e c". */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} e ${words.at(-1)}`;
}

/** The words of a person at the end of a sentence, with one full stop: "«è così»." and "«È così.»". */
export function quotedLast(words: string): string {
  return /[.!?…]$/.test(words) ? `«${words}»` : `«${words}».`;
}

/** "vero" → "Vero". */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Days and percents that are read with a vowel first: 8, 11, 80–89, and 1 for a percent ("dall’1%", but "dal primo"). */
function startsWithVowel(number: number, isDay: boolean): boolean {
  return number === 8 || number === 11 || (number >= 80 && number <= 89) || (number === 1 && !isDay);
}

/** "dal 12/09/2023", "dall’08/09/2023", "il 12/09/2023", "l’11/10/2022". */
export function dayWith(article: "dal" | "il" | "al" | "del", day: Day): string {
  return joined(article, formatDay(day), startsWithVowel(Number(day.slice(8)), true));
}

/** "i 7", "gli 8", "l’unico"; "dei 7", "degli 8", "dell’unico": a number of things of masculine gender, without its noun. */
export function numberWith(article: "i" | "dei", number: number): string {
  if (number === 1) return { i: "l’unico", dei: "dell’unico" }[article];
  const isBeforeVowel = startsWithVowel(number, true);
  return `${isBeforeVowel ? { i: "gli", dei: "degli" }[article] : article} ${formatNumber(number)}`;
}

/** "dal 75%", "all’80%", "allo 0%". */
export function percentWith(article: "dal" | "al", percent: number): string {
  const whole = Math.trunc(percent);
  if (whole === 0) return `${article}lo ${formatPercent(percent)}`;
  return joined(article, formatPercent(percent), startsWithVowel(whole, false));
}

const BEFORE_A_VOWEL = { dal: "dall’", il: "l’", al: "all’", del: "dell’" };

function joined(article: keyof typeof BEFORE_A_VOWEL, text: string, beforeVowel: boolean): string {
  return beforeVowel ? `${BEFORE_A_VOWEL[article]}${text}` : `${article} ${text}`;
}
