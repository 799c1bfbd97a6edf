import { describe, expect, test } from "vitest";
import { line, paragraph } from "#app/pages/form/form-text.server.ts";

const RIGHT_TO_LEFT = "\u202E";

describe("a text that a person typed", () => {
  test("is trimmed, and loses what has no width: a name made of it alone is no name", () => {
    expect(line(10).parse("  Settore\u200B 5 \uFEFF")).toBe("Settore 5");
    expect(line(10).parse("\u200B\u2060")).toBe("");
    expect(paragraph(50).parse("Una riga\r\n\u200Be un’altra")).toBe("Una riga\ne un’altra");
  });

  test.each(["\u0000", "\u0007", "\u001B", RIGHT_TO_LEFT, "\u2066"])(
    "is refused with the sign %j in it",
    (sign) => {
      for (const text of [line(50), paragraph(50)])
        expect(text.safeParse(`Atto${sign}fdp`).error?.issues[0]?.message).toMatch(
          /^Ci sono caratteri di controllo/,
        );
    },
  );

  test("has new lines and tabs only where it has several lines", () => {
    expect(paragraph(50).parse("Uno\n\tdue")).toBe("Uno\n\tdue");
    expect(line(50).safeParse("Uno\ndue").success).toBe(false);
  });
});
