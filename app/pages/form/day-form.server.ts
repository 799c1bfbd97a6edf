import { z } from "zod";
import { isDay, isKeptYear, yearOf } from "#app/domain/days.ts";

const NOT_A_DAY = "Scrivi un giorno che esiste, come 31/12/2022";
const NOT_A_LIKELY_DAY = "Controlla l’anno: scrivi un giorno tra il 2000 e il 2100";

/** A day that the calendar has, in a year that can be meant. */
export const day = dayUnless(() => false);
/** A day, or null where the field was left empty. */
export const maybeDay = dayUnless((value) => value === "").transform((value) => value || null);

function dayUnless(isLeftOut: (value: string) => boolean) {
  return z
    .string(NOT_A_DAY)
    .transform(dayAsKept)
    .refine((value) => isLeftOut(value) || isDay(value), { error: NOT_A_DAY, abort: true })
    .refine((value) => isLeftOut(value) || isKeptYear(yearOf(value)), NOT_A_LIKELY_DAY);
}

/** A day as it is kept: "31/12/2022", which a browser without a field for days lets one type, is 2022-12-31. */
function dayAsKept(typed: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed.trim()) ?? [];
  return year ? `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}` : typed.trim();
}
