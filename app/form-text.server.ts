import { z } from "zod";
import { isDay } from "#app/domain/days.ts";
import { formatNumber } from "#app/format.ts";

/** What no keyboard writes and no page shows: everything Unicode calls a control character, the new line and the tab of a paragraph apart. */
const CONTROL = /\p{Cc}/u;
const CONTROL_IN_PARAGRAPH = /[^\P{Cc}\n\t]/u;

const UNREADABLE = "Ci sono caratteri di controllo, che non si leggono: cancella il testo e riscrivilo";

/** A text of one line, as a form sends it: trimmed, of at most so many characters, none of them a control character. One left out is empty. */
export function line(longest: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.trim())
    .pipe(bounded(longest, CONTROL));
}

/** A text of several lines, new lines as the database keeps them. */
export function paragraph(longest: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .pipe(bounded(longest, CONTROL_IN_PARAGRAPH));
}

const NOT_A_DAY = "Scrivi un giorno che esiste, come 31/12/2022";

/** A day that the calendar has, or null where the field was left empty. */
export const maybeDay = z.union(
  [z.literal("").transform(() => null), z.string().refine(isDay, NOT_A_DAY)],
  NOT_A_DAY,
);

function bounded(longest: number, control: RegExp) {
  return z
    .string()
    .max(longest, `Il testo è troppo lungo: al massimo ${formatNumber(longest)} caratteri`)
    .refine((value) => !control.test(value), UNREADABLE);
}
