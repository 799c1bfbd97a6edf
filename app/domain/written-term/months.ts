export const MONTHS =
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(" ");

export const FULL_MONTH = `(?:${MONTHS.join("|")})`;

/** The name of a month, or its first three letters. */
export const MONTH = `(?:${MONTHS.map((name) => `${name}|${name.slice(0, 3)}\\b\\.?`).join("|")}|sett\\b\\.?)`;

/** Of a February without a year, the 28th: whether it has one day more depends on the year. */
export function lastDayOfMonth(year: number | null, month: number): number {
  if (month === 2) return year !== null && isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
