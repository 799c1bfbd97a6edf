import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { describe, expect, test } from "vitest";
import { LEVEL_LABEL } from "#app/process-labels.ts";
import { SITUATION_LABEL, SITUATIONS_LABEL } from "#app/labels.ts";
import { MISSING } from "#app/domain/review/drawable-text.ts";
import { charactersOutOfReport, COVERAGE } from "#app/outside/report-characters.server.ts";
import { aLargeReport } from "#tests/support/reports.ts";
import { reportPdf } from "#app/outside/report-pdf.server.ts";

const read = (path: string) => readFileSync(path, "utf8");

describe("the template of the report", () => {
  test.each([
    ["situation-word", SITUATION_LABEL],
    ["situations-word", SITUATIONS_LABEL],
    ["level-word", LEVEL_LABEL],
  ])("says the words of the pages: %s", (name, labels) => {
    expect(wordsOf(name)).toEqual(labels);
  });

  test("draws in the colours of the pages", () => {
    const pages = ["styles/base.css", "components/frame/symbols.tsx", "components/charts/level-bars.tsx"]
      .map((file) => read(`app/${file}`))
      .join("");
    const colours = read("app/report/look.typ").match(/#[0-9a-f]{6}\b/g)!;

    expect(colours.length).toBeGreaterThan(20);
    expect(colours.filter((colour) => !pages.includes(colour))).toEqual([]);
  });
});

describe("the fonts of the report", () => {
  const fonts = ["text-400", "text-600", "text-700", "signs"].map((name) =>
    create(readFileSync(`app/report/fonts/rotta-${name}.ttf`)),
  );

  test("have what is written beside them, and nothing else", () => {
    const [regular, semibold, bold, signs] = fonts.map(charactersOf);
    const drawn = [...regular!].filter((point) => semibold!.has(point) && bold!.has(point));
    const listed = COVERAGE.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    );

    expect(listed).toEqual([...new Set([...drawn, ...signs!])].sort((a, b) => a - b));
  });

  test("have the sign that stands for what they have not", () => {
    expect(charactersOutOfReport(`${MISSING} àèéìòù €«»“”’–…`)).toEqual([]);
    expect(charactersOutOfReport("Sede 🏛 東 🏛")).toEqual(["🏛", "東"]);
  });

  test("are known by names that no font of a machine has", () => {
    expect(new Set(fonts.map(({ familyName }) => familyName.replace(" SemiBold", "")))).toEqual(
      new Set(["Rotta Text", "Rotta Signs"]),
    );
  });
});

test("while a report of a thousand actions is made, everything else goes on", async () => {
  const data = aLargeReport(1000);
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  const begun = performance.now();
  await reportPdf(data, "a-2a");
  const took = performance.now() - begun;
  clearInterval(ticking);

  expect(longest).toBeLessThan(took / 2);
});

/** U+FFFF is no character: the table of a font ends with it. */
function charactersOf(font: Font): Set<number> {
  return new Set(font.characterSet.filter((point) => point !== 0xffff));
}

/** The words that a dictionary of words.typ gives. */
function wordsOf(name: string): Record<string, string> {
  const body = new RegExp(`#let ${name} = \\(([^)]*)\\)`).exec(read("app/report/words.typ"))![1]!;
  return Object.fromEntries([...body.matchAll(/"([^"]+)": "([^"]+)"/g)].map(([, key, word]) => [key, word]));
}
