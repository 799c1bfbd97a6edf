/** The kinds of acts that are looked for, as they are abbreviated once folded. A number and a year name one act of a kind, and others of others. */
const KINDS = {
  law: String.raw`(?<![a-z.]|\bd\. |\bdecreto[ -])(?:l\.?|legge)`,
  "legislative-decree": String.raw`(?<![a-z.])(?:d\.? ?lgs\.?|d\.? ?leg\.?vo|decreto legislativo)`,
  "law-decree": String.raw`(?<![a-z.])(?:d\.? ?l\.?|decreto[ -]legge)`,
} as const;

export type Act = { kind: keyof typeof KINDS; number: number; year: number };

const MONTHS =
  "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre";

/** A number and a year by themselves name an act too, unless a word before them says that it is of another kind. */
const NO_KIND = String.raw`(?:^|[,;:(«"]|\bl'|\b(?:del?|il|al|nel|dal|ed?|o|ex|n\.?))`;

/**
 * Whether folded text names an act, by its number and year or by its day and number.
 *
 *     namesAct("legge 9 gennaio 2004, n. 4", { kind: "law", number: 4, year: 2004 }) // true
 *     namesAct("d.p.r. 4/2004", { kind: "law", number: 4, year: 2004 }) // false
 */
export function namesAct(said: string, { kind, number, year }: Act): boolean {
  const num = String.raw`(?:n(?:\.|umero)? ?)?${number}`;
  const day = String.raw`(?:\d{1,2}°? (?:${MONTHS}) |\d{1,2}[./-]\d{1,2}[./-])`;
  const shortYear = `(?:${year}|${year % 100 < 10 ? "0" : ""}${year % 100})`;
  const numbered = String.raw`${num}(?: ?/ ?${shortYear}| (?:del|dell'anno|in data) ${day}?${year})`;
  const dated = String.raw`(?:del )?${day}?${year} ?,? ?(?:n\.?|numero) ?${number}`;
  const bare = String.raw`${num}(?: ?/ ?| del ${day}?)${year}`;
  const named = String.raw`${KINDS[kind]} ?(?:${numbered}|${dated})|${NO_KIND} ?${bare}`;
  return new RegExp(String.raw`(?:${named})(?![\d/])`).test(said.replace(/\s+/g, " "));
}
