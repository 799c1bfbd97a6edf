import { z } from "zod";
import { formatNumber } from "#app/format.ts";

/**
 * What no keyboard writes and no page shows: everything Unicode calls a control character, the new line and the tab of a
 * paragraph apart, and what turns the direction of what follows, which makes a text read otherwise than it is.
 */
const CONTROL = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const CONTROL_IN_PARAGRAPH = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** What has no width comes along when a text is copied, and goes: a name made of it alone would be no name. */
const WITHOUT_WIDTH = /[\u200B\u2060\uFEFF]/gu;

const UNREADABLE = "Ci sono caratteri di controllo, che non si leggono: cancella il testo e riscrivilo";

/** A text of one line, as a form sends it: trimmed, of at most so many characters, none of them a control character. One left out is empty. */
export function line(longest: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.replace(WITHOUT_WIDTH, "").trim())
    .pipe(bounded(longest, CONTROL));
}

/** A text of several lines, new lines as the database keeps them. */
export function paragraph(longest: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.replace(/\r\n?/g, "\n").replace(WITHOUT_WIDTH, "").trim())
    .pipe(bounded(longest, CONTROL_IN_PARAGRAPH));
}

function bounded(longest: number, control: RegExp) {
  return z
    .string()
    .max(longest, `Il testo è troppo lungo: al massimo ${formatNumber(longest)} caratteri`)
    .refine((value) => !control.test(value), UNREADABLE);
}
