import { describe, expect, test } from "vitest";
import { type Coverage, drawable, undrawableCharacters } from "#app/domain/review/drawable-text.ts";

/** Fonts that have Latin letters, combining accents, Hebrew, a mark that joins, ▯ and, wrongly, a private sign. */
const COVERAGE: Coverage = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x300, 0x36f],
  [0x5d0, 0x5ea],
  [0x200b, 0x202e],
  [0x25af, 0x25af],
  [0xe000, 0xe000],
];

describe("a text in the report", () => {
  test("is as it was typed where the fonts have all of it, whatever it would mean elsewhere", () => {
    const typed = '#let x = [*no*] $1 "città" \\n ${y} <b> // già';

    expect(drawable(typed, COVERAGE)).toEqual({ text: typed, missing: 0 });
  });

  test("shows ▯ for each character that no font has, one for a pair of halves", () => {
    expect(drawable("Città 🏛 di 東京", COVERAGE)).toEqual({ text: "Città ▯ di ▯▯", missing: 3 });
  });

  test("shows ▯ for controls, lone halves of a pair and private signs, even where a font has them", () => {
    expect(drawable("a\u0000b\ud800c\ue000", COVERAGE)).toEqual({ text: "a▯b▯c▯", missing: 3 });
  });

  test("keeps its lines, whichever way they end", () => {
    expect(drawable("uno\r\ndue\rtre\u2028quattro\tcinque", COVERAGE).text).toBe(
      "uno\ndue\ntre\nquattro cinque",
    );
  });

  test("leaves out marks that have no drawing, and those that would turn round what stands beside", () => {
    expect(drawable("\ufeffuno\u202edue\u2066", COVERAGE)).toEqual({ text: "unodue", missing: 0 });
  });

  test("keeps a soft hyphen out of the count, and what joins or parts letters", () => {
    expect(drawable("a\u200db\u200fc", COVERAGE)).toEqual({ text: "a\u200db\u200fc", missing: 0 });
  });

  test("has a letter and its accent as one character, whichever way they were typed", () => {
    expect(drawable("citta\u0300", COVERAGE).text).toBe("citt\u00e0");
  });

  test("that the RTD is told of names each such character once", () => {
    expect(undrawableCharacters("🏛 e 東 e 🏛", COVERAGE)).toEqual(["🏛", "東"]);
  });
});
