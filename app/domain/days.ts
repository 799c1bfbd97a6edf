import { addDays, differenceInCalendarDays, format, isValid, parseISO } from "date-fns";

/** A calendar day in Europe/Rome, as ISO text: `2022-12-31`. Days compare as texts. */
export type Day = string;

/**
 * From where the plan is looked at (R4). A day that was asked for is seen at its end: what fell due on it is over.
 * Today is seen now: what falls due today still has the evening.
 */
export type Viewpoint = { day: Day; isOver: boolean };

/** A past day, at its end: `?al=2022-12-31`. */
export function asOf(day: Day): Viewpoint {
  return { day, isOver: true };
}

/** Today, now. */
export function asOfNow(today: Day): Viewpoint {
  return { day: today, isOver: false };
}

/** The day asked for, at its end; when it is today or nothing was asked, now (section 3 of the design). */
export function viewpointOf(asked: Day | undefined, today: Day): Viewpoint {
  return asked === undefined || asked === today ? asOfNow(today) : asOf(asked);
}

/** True for a day that the calendar has, written `YYYY-MM-DD`: not for `2023-02-29`, not for `2023-1-9`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** True for a year that the database keeps: one outside 2000–2100 is a mistake of typing. */
export function isKeptYear(year: number): boolean {
  return Number.isInteger(year) && year >= 2000 && year <= 2100;
}

/** How many years after its own an annualità may be due at most: further on, a digit is wrong. */
const LONGEST_EXTENSION = 10;

/**
 * The last day on which an annualità may be due (docs/decisions/0006).
 *
 *     lastDueDayOf(2022) // "2032-12-31"
 */
export function lastDueDayOf(year: number): Day {
  return lastDayOf(year + LONGEST_EXTENSION);
}

/** True once a due day is behind us: from its end on. */
export function isDueOver(dueOn: Day, at: Viewpoint): boolean {
  return at.isOver ? dueOn <= at.day : dueOn < at.day;
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** The day `days` after (or, negative, before) another. */
export function dayAfter(day: Day, days = 1): Day {
  return format(addDays(parseISO(day), days), "yyyy-MM-dd");
}

export function firstDayOf(year: number): Day {
  return `${year}-01-01`;
}

export function lastDayOf(year: number): Day {
  return `${year}-12-31`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function laterOf<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}

export function earlierOf<T extends string>(a: T, b: T): T {
  return a < b ? a : b;
}

const ROME = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome", dateStyle: "short" });

/** The day in Rome at a moment (ISO UTC), whatever the zone of the machine: `2022-12-31T23:30:00Z` is 1 January 2023. */
export function dayInRome(moment: string): Day {
  return ROME.format(new Date(moment));
}

/** The moment at which the clocks in Rome show that day and the time of day that they show now. */
export function momentOn(day: Day, machine: string): string {
  const asUtc = Date.parse(`${day}T${romeClock(machine)}Z`);
  const offset = romeOffset(new Date(asUtc));
  return new Date(asUtc - offset).toISOString();
}

/** "00:30:00.000": what the clocks in Rome show at a moment. */
export function romeClock(moment: string): string {
  return new Date(Date.parse(moment) + romeOffset(new Date(moment))).toISOString().slice(11, 23);
}

const ROME_CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Rome",
  dateStyle: "short",
  timeStyle: "medium",
});

/** How far Rome is ahead of UTC at a moment, in milliseconds: one hour, or two in summer. */
function romeOffset(moment: Date): number {
  const wall = Date.parse(`${ROME_CLOCK.format(moment).replace(" ", "T")}Z`);
  return wall - Math.floor(moment.getTime() / 1000) * 1000;
}
