import { type Day, dayAfter, dayInRome, romeClock } from "./days.ts";

/** How many copies are kept: the newest of each of the last days, weeks and months that have any. */
const KEPT = { days: 7, weeks: 4, months: 12 };

const COPY = /^rotta-(\d{4}-\d{2}-\d{2})-\d{6}\.sqlite$/;

/** The day and the time in Rome, as files carry it in their names: `2026-11-21-030000`. */
export function stampOf(moment: string): string {
  return `${dayInRome(moment)}-${romeClock(moment).slice(0, 8).replaceAll(":", "")}`;
}

/** The name of a copy of the database, by the moment at which it is made: `rotta-2026-11-21-030000.sqlite`. */
export function copyName(moment: string): string {
  return `rotta-${stampOf(moment)}.sqlite`;
}

/** The copies among the files of a folder, oldest first. Whatever else lies there is nobody's business. */
export function copiesAmong(names: readonly string[]): string[] {
  return names.filter((name) => COPY.test(name)).sort();
}

/**
 * The day of the newest copy, or undefined where there is none. One that is dated after today was made while the clock of the
 * machine was wrong: nobody knows when, and until its day has come it stands for none.
 */
export function lastCopyDay(names: readonly string[], today: Day): Day | undefined {
  return copiesAmong(names)
    .map(dayOf)
    .findLast((day) => day <= today);
}

/** True from the first look of a day on, until that day has its copy. */
export function isCopyDue(names: readonly string[], today: Day): boolean {
  return (lastCopyDay(names, today) ?? "") < today;
}

/** True when a whole day has gone by without a copy: somebody must look why. */
export function isCopyOverdue(names: readonly string[], today: Day): boolean {
  return (lastCopyDay(names, today) ?? "") < dayAfter(today, -1);
}

/**
 * The copies that may go. Periods without a copy do not count: a machine that was off for a year still has the copies of
 * its last seven days of work. The newest copy always stays. One that is dated ahead of `now` takes nobody's place, and stays
 * too: only a person can tell what is in it.
 */
export function copiesToDrop(names: readonly string[], now: string): string[] {
  const copies = copiesAmong(names)
    .filter((name) => name <= copyName(now))
    .reverse();
  const kept = new Set([
    ...newestOfEach(copies, (day) => day, KEPT.days),
    ...newestOfEach(copies, weekOf, KEPT.weeks),
    ...newestOfEach(copies, (day) => day.slice(0, 7), KEPT.months),
  ]);
  return copies.filter((name) => !kept.has(name)).reverse();
}

function newestOfEach(newestFirst: string[], periodOf: (day: Day) => string, periods: number): string[] {
  const newest = new Map<string, string>();
  for (const name of newestFirst) {
    const period = periodOf(dayOf(name));
    if (!newest.has(period)) newest.set(period, name);
  }
  return [...newest.values()].slice(0, periods);
}

function dayOf(copy: string): Day {
  return COPY.exec(copy)![1]!;
}

/** The Monday of the week. */
function weekOf(day: Day): Day {
  const daysFromMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(day, -daysFromMonday);
}
