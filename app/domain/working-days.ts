import { addDays, format, getDay, parseISO } from "date-fns";
import { type Day, dayAfter, yearOf } from "./days.ts";

/** The feasts of every year (L. 260/1949, L. 54/1977, DPR 792/1985, L. 336/2000); San Francesco from 2026 (L. 151/2025). A town's patron saint is not known here. */
const FEASTS = ["01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26"];
const SAINT_FRANCIS = { day: "10-04", since: 2026 };

/** True for a day on which an Italian public office is closed: Saturdays, Sundays, feasts. */
export function isDayOff(day: Day): boolean {
  const weekday = getDay(parseISO(day));
  return weekday === 0 || weekday === 6 || isFeast(day);
}

/**
 * The day that many working days after (or, negative, before) another, which itself is not counted (art. 155 c.p.c., 2963 c.c.).
 *
 *     afterWorkingDays("2024-12-24", 1) // "2024-12-27"
 */
export function afterWorkingDays(day: Day, count: number): Day {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = dayAfter(at, step);
    if (!isDayOff(at)) left -= 1;
  }
  return at;
}

function isFeast(day: Day): boolean {
  const year = yearOf(day);
  const monthAndDay = day.slice(5);
  if (FEASTS.includes(monthAndDay)) return true;
  if (monthAndDay === SAINT_FRANCIS.day && year >= SAINT_FRANCIS.since) return true;
  return day === dayAfter(easterOf(year));
}

/** Easter Sunday of a year of the Gregorian calendar: the rule of Meeus, Jones and Butcher. */
export function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const fromMarch = moon + sunday - 7 * late + 22;
  return format(addDays(parseISO(`${year}-03-01`), fromMarch - 1), "yyyy-MM-dd");
}
