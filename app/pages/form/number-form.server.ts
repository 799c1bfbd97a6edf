import { z } from "zod";

/** As Italian writes a number: "1.234,5", "12", "-0,25"; a dot only between thousands. Twelve digits at most: of more some would be lost. */
const NUMBER = /^-?(\d{1,3}(\.\d{3}){1,3}|\d{1,12})(,\d{1,6})?$/;

/** A number as a person writes it in Italian. "1.5" is refused: it could be one and a half, or a slip for 1.500. */
export function italianNumber(message: string) {
  return z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().regex(NUMBER, message))
    .transform(numberIn);
}

/** The same, or null where the field was left empty. */
export function maybeItalianNumber(message: string) {
  return z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().refine((text) => text === "" || NUMBER.test(text), message))
    .transform((text) => (text === "" ? null : numberIn(text)));
}

function numberIn(text: string): number {
  return Number(text.replaceAll(".", "").replace(",", "."));
}
