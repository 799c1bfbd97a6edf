import { isSameCode } from "./objective-edits.ts";

/** How much of a document's name and of a number goes into a code: the longest code holds both, the year and one number more. */
const LONGEST_PART = 14;

/**
 * The code that the program gives to an objective: its document, the year where the document does not say it, its number or the next
 * one free. Taken already, it gets one more number.
 *
 *     objectiveCode({ document: "PEG 2026", firstYear: 2026, number: "1" }, ["PEG-2026-1"]) // "PEG-2026-1-2"
 */
export function objectiveCode(
  { document, firstYear, number }: { document: string; firstYear: number; number: string | null },
  taken: readonly string[],
): string {
  const said = partOf(document) || "OB";
  const base = said.includes(String(firstYear)) ? said : `${said}-${firstYear}`;
  const own = number === null ? "" : partOf(number);
  const stem = own === "" ? base : `${base}-${own}`;
  const isFree = (code: string) => !taken.some((one) => isSameCode(one, code));
  if (own !== "" && isFree(stem)) return stem;
  let next = own === "" ? 1 : 2;
  while (!isFree(`${stem}-${next}`)) next += 1;
  return `${stem}-${next}`;
}

/** Capitals without accents, what stands between them as one hyphen: "Piano integrato (PIAO)" is "PIANO-INTEGRAT". */
function partOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, LONGEST_PART)
    .replace(/[-.]+$/, "");
}
