import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COVERAGE } from "#app/outside/report-characters.server.ts";
import { REPORT_STANDARDS, reportPdf } from "#app/outside/report-pdf.server.ts";
import type { ReportData } from "#app/domain/review/report-data.ts";
import { drawable } from "#app/domain/review/drawable-text.ts";
import { readPdf, textsOf } from "#tests/support/pdf.ts";
import { aReport } from "#tests/support/reports.ts";

const LONGEST = 50_000;

/** What somebody types, as a report of one area tells it back: its comment is between two marks that nothing else says. */
async function comesBackAs(typed: string): Promise<string> {
  const report = aReport({ comment: `«inizio» ${typed} «fine»` });
  const pdf = await readPdf(
    await reportPdf({ ...report, areas: [], objectives: [], variations: [] }, "a-2a"),
  );
  const text = bare((await textsOf(pdf)).join(""));
  return text.slice(text.indexOf("«inizio»") + "«inizio»".length, text.indexOf("«fine»"));
}

/** White space and what has no drawing apart: where lines end is the page's own affair. */
function bare(text: string): string {
  return text.normalize("NFC").replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");
}

const AS_TYPED = {
  "what is markup elsewhere": `#let x = [*no*] _e_ $1^2$ "virgolette" 'apici' \\n \\ \\" {a} <b> @c // --- ~ \` = + - / ... -- #pagebreak()`,
  "brackets that close nothing": "]#[}{)(*_`$#\\\"'<>@=~-+/|&%^!?;:,.",
  "other alphabets and signs": "Ελληνικά Кириллица ąčęėįšųū → ▲ ≤ ½ € № ① ✓",
  "one very long word": "x".repeat(3000),
};

/** The fields of a report that hold what somebody may have written. */
const TEXTS =
  "entity title act reason sentence grounds comment responsibles note label finding name office offices kind what text".split(
    " ",
  );

describe("what somebody typed", () => {
  test.each(Object.entries(AS_TYPED))("comes out of the report as it was: %s", async (_what, typed) => {
    expect(await comesBackAs(typed)).toBe(bare(typed));
  });

  test("comes out whole at its longest", async () => {
    const typed = Object.values(AS_TYPED).join("\n\n").repeat(20).slice(0, LONGEST);

    expect(await comesBackAs(typed)).toBe(bare(typed));
  });

  test("shows ▯ where no font has a character, and the cover says how many", async () => {
    const pdf = await readPdf(await reportPdf(aReport({ comment: "Sede 🏛 e 東京" }), "ua-1"));
    const texts = await textsOf(pdf);

    expect(texts.join("")).toContain("Sede ▯ e ▯▯");
    expect(texts[0]).toContain("3 caratteri non rappresentabili");
  });

  test("loses no letter where it goes from right to left", async () => {
    const typed = "שלום עולם, مرحبا بالعالم: città";
    const letters = (text: string) => [...text.normalize("NFKC")].sort().join("");

    expect(letters(await comesBackAs(typed))).toBe(letters(bare(typed)));
  });

  test("may stand in any field of the report", async () => {
    const odd = `#[*${"lunghissima".repeat(30)}*] $x$ "\\n" 🏛 \u202e مرحبا\n\n\t\u0000`;
    const report = JSON.parse(
      JSON.stringify(aReport(), (key, value: unknown) => (TEXTS.includes(key) ? odd : value)),
    ) as ReportData;

    for (const standard of REPORT_STANDARDS)
      expect((await reportPdf(report, standard)).length).toBeGreaterThan(1000);
  });

  test("never makes the report fail, whatever it is", async () => {
    const anything = fc.string({ unit: "binary", minLength: 2000, maxLength: 10_000, size: "max" });
    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.constantFrom("a-2a" as const, "ua-1" as const),
        async (typed, standard) => {
          const bytes = await reportPdf(aReport({ comment: typed, areas: [] }), standard);
          expect(bytes.length).toBeGreaterThan(1000);
        },
      ),
      { numRuns: 10 },
    );
  });

  test("never makes the report fail even where the fonts have all of it", async () => {
    const points = COVERAGE.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    );
    const drawn = fc.array(fc.constantFrom(...points), { minLength: 2000, maxLength: 5000, size: "max" });
    await fc.assert(
      fc.asyncProperty(drawn, async (typed) => {
        const text = String.fromCodePoint(...typed);
        const bytes = await reportPdf(aReport({ comment: text, areas: [] }), "a-2a");
        expect(drawable(text, COVERAGE).missing).toBeLessThan(text.length);
        expect(bytes.length).toBeGreaterThan(1000);
      }),
      { numRuns: 10 },
    );
  });
});
