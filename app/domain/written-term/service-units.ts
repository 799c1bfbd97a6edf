import type { ServiceUnit } from "./term.ts";

const HOUR = "or[ae]|hh|h\\.?";
const DAY = "giorn[oi]|giornat[ae]|gg\\.?";
const WEEK = "settiman[ae]";
const MONTHS = "mes[ei]";
const YEARS = "ann[oi]";

/** A unit of time, with its many abbreviations. */
export const UNIT = `${HOUR}|${DAY}|${WEEK}|${MONTHS}|${YEARS}`;

export const WORKING = "lav(?:orativ[aeio]\\b|\\.|\\b)";

/** What a number of written units is, in the units of service times: a week has seven days, a year twelve months. */
export function inServiceUnits(
  number: number,
  unit: string,
  isWorking: boolean,
): { amount: number; unit: ServiceUnit } {
  if (matches(HOUR, unit)) return { amount: number, unit: "hour" };
  if (matches(WEEK, unit)) return { amount: number * 7, unit: "day" };
  if (matches(MONTHS, unit)) return { amount: number, unit: "month" };
  if (matches(YEARS, unit)) return { amount: number * 12, unit: "month" };
  return { amount: number, unit: isWorking ? "working-day" : "day" };
}

function matches(pattern: string, unit: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(unit);
}
