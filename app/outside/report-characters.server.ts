import { drawable, type Coverage, undrawableCharacters } from "#app/domain/review/drawable-text.ts";
import ranges from "../report/fonts/coverage.json";

/** What the fonts that the report ships have: written beside them when they are cut, and held to them by a test. */
export const COVERAGE = ranges as unknown as Coverage;

/** The characters of a text that the report would show as ▯, each once: the RTD is told before closing a review. */
export function charactersOutOfReport(text: string): string[] {
  return undrawableCharacters(text, COVERAGE);
}

/** A word longer than this, without a hyphen or a slash, has places where a line may end, or it would leave the page. */
const LONGEST_WORD = 24;
const PLACE_TO_BREAK = "\u200b";

/** Data with every text as the report can draw it, however deep, and how many characters became ▯. */
export function drawableData<Data>(data: Data): { data: Data; missing: number } {
  let missing = 0;
  const json = JSON.stringify(data, (_key, value: unknown) => {
    if (typeof value !== "string") return value;
    const drawn = drawable(value, COVERAGE);
    missing += drawn.missing;
    return breakable(drawn.text);
  });
  return { data: JSON.parse(json) as Data, missing };
}

function breakable(text: string): string {
  return text.replace(/[^\s\u200b/-]{25,}/gu, (word) =>
    Array.from(word)
      .map((letter, index) => (index > 0 && index % LONGEST_WORD === 0 ? PLACE_TO_BREAK + letter : letter))
      .join(""),
  );
}
