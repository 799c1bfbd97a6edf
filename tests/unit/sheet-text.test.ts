import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBack, withoutFormula, writableText } from "#app/export/sheet-text.ts";

describe("a text in a CSV", () => {
  test.each(["=1+1", "+39 02", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"])(
    "is no formula, though it begins as one: %j",
    (text) => {
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );

  test.each(["", "4.3.6", "a=b", "(=1)", "a\n=1", "è così", "«=1»"])("is left as it is: %j", (text) => {
    expect(withoutFormula(text)).toBe(text);
  });

  test("comes back as it was, whatever it is, its own apostrophes included", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\n", "a", "＝") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(readBack(withoutFormula(text))).toBe(text);
        expect(withoutFormula(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});

describe("a text in a file", () => {
  test("ends its lines in one way", () => {
    expect(writableText("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });

  test("shows the characters that no file can hold", () => {
    expect(writableText("a\u0000b\u0007\u001Fc\t\n")).toBe("a␀b␇␟c\t\n");
    expect(writableText("half \uD800 of a pair, \uFFFE, \uFFFF")).toBe("half � of a pair, �, �");
    expect(writableText("😀 漢字")).toBe("😀 漢字");
  });
});
