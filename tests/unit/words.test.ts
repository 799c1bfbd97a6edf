import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, piecesOf, wordsOf } from "#app/domain/words.ts";

describe("a text is folded", () => {
  test("to small letters without accents, with one kind of apostrophe and of hyphen", () => {
    expect(fold("L’Unità ‘È’ più 2021–2023")).toBe("l'unita 'e' piu 2021-2023");
  });

  test("in the same way when its accents are signs of their own", () => {
    expect(fold("identita\u0300")).toBe(fold("identità"));
  });
});

describe("the words that a person typed", () => {
  test.each([
    ["  Cloud   SPID ", ["cloud", "spid"]],
    ["«cloud», (spid)!", ["cloud", "spid"]],
    ["L. 241/1990", ["l", "241/1990"]],
    ["4.3.6.", ["4.3.6"]],
    ["cloud Cloud CLOUD", ["cloud"]],
    ["  ’ – … ", []],
    ["", []],
  ])("«%s»", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe("the words found in a text", () => {
  const found = (text: string, ...words: string[]) =>
    piecesOf(text, words)
      .map(({ text, found }) => (found ? `[${text}]` : text))
      .join("");

  test("are marked as they were written, with their accents and capitals", () => {
    expect(found("L’Identità digitale", "identita")).toBe("L’[Identità] digitale");
    expect(found("L’identita\u0300 digitale", "identita")).toBe("L’[identita\u0300] digitale");
    expect(found("dell’ente", "dell'ente")).toBe("[dell’ente]");
  });

  test("are marked wherever they are, once where they overlap", () => {
    expect(found("cloud e Cloud", "cloud")).toBe("[cloud] e [Cloud]");
    expect(found("fascicolazione", "fasci", "cicola")).toBe("[fascicola]zione");
  });

  test("of a text that has none are nothing to mark", () => {
    expect(found("cloud", "spid")).toBe("cloud");
    expect(piecesOf("", ["spid"])).toEqual([]);
  });

  test("leave the text as it was, to the letter", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (text, words) => {
        expect(
          piecesOf(text, words.flatMap(wordsOf))
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("are found wherever the text holds them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
        expect(found(`${before} Città ${after}`, "citta")).toContain("[Città]");
      }),
    );
  });
});
