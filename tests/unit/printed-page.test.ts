import { describe, expect, test } from "vitest";
import { cssString, printedPage } from "#app/components/frame/printed-page.ts";

describe("the margins of a printed page", () => {
  const said = { entity: "Comune di Prova", day: "2022-12-31", demonstrationDay: null };

  test("say whose it is and of which day", () => {
    expect(printedPage(said)).toEqual({
      "--printed-entity": '"Comune di Prova"',
      "--printed-day": '"Situazione al 31/12/2022"',
      "--printed-notice": '""',
    });
  });

  test("say that it is the demonstration's", () => {
    expect(printedPage({ ...said, demonstrationDay: "2026-10-15" })).toMatchObject({
      "--printed-notice": expect.stringContaining("DIMOSTRATIVO") as string,
    });
  });
});

test.each([
  ["Comune di L’Aquila", '"Comune di L’Aquila"'],
  ['a"; color: red; "', '"a\\22 ; color: red; \\22 "'],
  ["a\\b", '"a\\5c b"'],
  ["a\nb", '"a\\a b"'],
])("a text in CSS ends where it ends: %j", (text, css) => {
  expect(cssString(text)).toBe(css);
});
