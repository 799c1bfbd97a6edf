import { type Day, dayInRome } from "#app/domain/days.ts";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";

/**
 * The day that stands still: that of the demonstration while it is loaded, or the one `ROTTA_OGGI` sets. Read once: the
 * server checks it before it listens.
 */
const demonstrationDay = await findSetting(db, "demonstration_day");
const fixedDay: Day | undefined = demonstrationDay && (process.env.ROTTA_OGGI ?? demonstrationDay);

/** Today in Rome, or the demonstration's day. The only clock of the domain. */
export function today(): Day {
  return fixedDay ?? dayInRome(machineNow());
}

/** The moment something is recorded, ISO UTC: on the demonstration's day, at the machine's time of day. */
export function now(): string {
  return fixedDay === undefined ? machineNow() : momentOn(fixedDay, machineNow());
}

/** The machine's own moment, for sessions and attempts, which no demonstration may stretch. */
export function machineNow(): string {
  return new Date().toISOString();
}

/** The moment at which the clocks in Rome show that day and the machine's time of day. */
function momentOn(day: Day, machine: string): string {
  const sameClock = new Date(`${day}T${machine.slice(11)}`);
  const shift = romeOffset(sameClock) - romeOffset(new Date(machine));
  return new Date(sameClock.getTime() - shift).toISOString();
}

/** How far Rome is ahead of UTC, in milliseconds: one hour, or two in summer. */
function romeOffset(moment: Date): number {
  return (
    Date.parse(`${moment.toLocaleString("sv-SE", { timeZone: "Europe/Rome" }).replace(" ", "T")}Z`) -
    Math.floor(moment.getTime() / 1000) * 1000
  );
}
