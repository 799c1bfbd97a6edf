/** What makes a spreadsheet read a text of a CSV file as a formula, full-width forms included; and the sign that says it is none. */
const TAKEN_FOR_A_FORMULA = /^['=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as CSV holds it: one that would be taken for a formula has an apostrophe before it. So has one that begins with an
 * apostrophe, so that taking the first away always gives back what was typed.
 *
 *     withoutFormula("=1+1") // "'=1+1"
 *     withoutFormula("'45") // "''45"
 */
export function withoutFormula(text: string): string {
  return TAKEN_FOR_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that a CSV of Rotta holds: the opposite of `withoutFormula`. */
export function readBack(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

/** What XML has no way to write, new lines and tabs apart: the first 32 signs, halves of a pair, and two that are no character. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

/**
 * A text as every format can hold it: lines end in one way, and a sign that a file cannot hold is seen in its place: a control
 * character as its picture (␀ for the first), anything else as �.
 */
export function writableText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNWRITABLE, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
  });
}
