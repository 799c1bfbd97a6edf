/** Which characters the fonts of the report have: ranges of code points in order, both ends included. */
export type Coverage = readonly (readonly [from: number, to: number])[];

/** What stands in the report in place of a character that no font has. Every font set of the report has this one. */
export const MISSING = "▯";

/** `text` as the report draws it; `missing`: how many characters of it became ▯. */
export type Drawable = { text: string; missing: number };

/** Marks that have no drawing and that a PDF for the archive refuses, or that would turn round the text beside them. */
const NEVER_DRAWN = /(?![\u00ad\u200c-\u200f])\p{Default_Ignorable_Code_Point}/gu;

/** Signs that would be drawn differently by each reader, or by none: controls, lone halves of a pair, private use, not assigned. */
const NEVER_SURE = /^[\p{Cc}\p{Cs}\p{Co}\p{Cn}]$/u;

/** What is not ASCII: that, every font of letters has, and most of a text is that. */
const TO_ASK_FOR = /[^\n -~]/gu;

const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/**
 * A text as the report can draw it: whatever somebody typed, the report never fails (R12). What no font has becomes ▯; line ends of
 * every kind become one kind, a tab becomes a space; a letter and its accent become one character where there is one; marks without a drawing are left out.
 *
 *     drawable("Città 🏛", coverage) // { text: "Città ▯", missing: 1 }
 */
export function drawable(text: string, coverage: Coverage): Drawable {
  let missing = 0;
  const drawn = normalized(text).replace(TO_ASK_FOR, (character) => {
    if (isDrawn(character, coverage)) return character;
    missing += 1;
    return MISSING;
  });
  return { text: drawn, missing };
}

/** The characters of a text that would become ▯, each once, in order: for whoever is still in time to write otherwise. */
export function undrawableCharacters(text: string, coverage: Coverage): string[] {
  const asked = normalized(text).match(TO_ASK_FOR) ?? [];
  return [...new Set(asked.filter((character) => !isDrawn(character, coverage)))];
}

function normalized(text: string): string {
  return text.normalize("NFC").replace(LINE_ENDS, "\n").replaceAll("\t", " ").replace(NEVER_DRAWN, "");
}

function isDrawn(character: string, coverage: Coverage): boolean {
  return !NEVER_SURE.test(character) && covers(coverage, character.codePointAt(0)!);
}

function covers(coverage: Coverage, point: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = coverage[middle]!;
    if (point < from) high = middle - 1;
    else if (point > to) low = middle + 1;
    else return true;
  }
  return false;
}
