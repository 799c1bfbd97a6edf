import { type Day, dayInRome, momentOn } from "#app/domain/days.ts";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";

/**
 * The day that stands still: that of the demonstration while it is loaded, or the one `ROTTA_OGGI` sets. Read once: the
 * server checks it before it listens.
 */
const demonstrationDay = await findSetting(db, "demonstration_day");
const fixedDay: Day | undefined = demonstrationDay && (process.env.ROTTA_OGGI || demonstrationDay);

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
