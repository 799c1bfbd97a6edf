import { beforeAll, describe, expect, test } from "vitest";
import { REPORT_STANDARDS, reportPdf } from "#app/outside/report-pdf.server.ts";
import { nodesWith, readPdf, type Structure, structureOf, textsOf } from "#tests/support/pdf.ts";
import { aReport } from "#tests/support/reports.ts";

describe.each(REPORT_STANDARDS)("the report as %s", (standard) => {
  let pages: Structure[];
  let texts: string[];
  let told: { language: unknown; title: unknown; xmp: string; bookmarks: string[] };

  beforeAll(async () => {
    const pdf = await readPdf(await reportPdf(aReport(), standard));
    pages = await structureOf(pdf);
    texts = await textsOf(pdf);
    const { info, metadata } = await pdf.getMetadata();
    const about = info as { Language: string; Title: string };
    told = {
      language: about.Language,
      title: about.Title,
      xmp: (metadata as unknown as { getRaw(): string }).getRaw(),
      bookmarks: (await pdf.getOutline()).flatMap((one) => one.items.map(({ title }) => title)),
    };
  });

  test("says which standard it keeps", () => {
    const claims = {
      "a-2a": ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"],
      "ua-1": ["<pdfuaid:part>1</pdfuaid:part>"],
    };

    for (const claim of claims[standard]) expect(told.xmp).toContain(claim);
  });

  test("is in Italian, and has a title", () => {
    expect(told.language).toBe("it-IT");
    expect(told.title).toBe(
      "Relazione sullo stato di attuazione: Piano di Transizione al Digitale 2021-2023",
    );
  });

  test("has one first heading, and none that skips a level", () => {
    const levels = nodesWith(/^H\d$/, pages).map(({ role }) => Number(role.slice(1)));

    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
  });

  test("has header cells in every table", () => {
    const tables = wholeTables(pages);

    expect(tables).toHaveLength(1 + 1 + 1 + 1 + 1);
    expect(tables.filter((table) => nodesWith(/^TD$/, table).length === 0)).toEqual([]);
    expect(tables.filter((table) => nodesWith(/^TH$/, table).length < 4)).toEqual([]);
  });

  test("says in words what every figure shows", () => {
    const figures = nodesWith(/^Figure$/, pages);

    expect(figures).toHaveLength(1 + 13 + 1);
    expect(figures.filter(({ alt }) => (alt ?? "").length < 20)).toEqual([]);
    expect(figures[0]!.alt).toMatch(/^Completate \d+ annualità su 106\. .*2022: /);
  });

  test("has bookmarks for its parts", () => {
    expect(told.bookmarks).toEqual([
      "Sintesi",
      "Piano adottato e stato raggiunto",
      "Ambiti",
      "Smartabilità",
      "Obiettivi PEG",
      "Variazioni al piano adottato",
      "Decisioni richieste alla Giunta",
      "Metodo",
      "Impronte",
    ]);
  });

  test("has the title of every action", () => {
    const actions = aReport().areas.flatMap((area) => area.actions);
    const written = withoutSpace(texts.join(""));

    expect(actions).toHaveLength(56);
    expect(actions.filter(({ title }) => !written.includes(withoutSpace(title)))).toEqual([]);
  });

  test("has nothing that programs with poppler take for a fault", async () => {
    expect(Buffer.from(await reportPdf(aReport(), standard)).includes("/Suspects")).toBe(false);
  });

  test("is the same, byte for byte, whatever was made between", async () => {
    const first = await reportPdf(aReport(), standard);
    await reportPdf(aReport({ comment: "un’altra" }), standard);

    expect(Buffer.compare(await reportPdf(aReport(), standard), first)).toBe(0);
  });
});

/** The tables, each with its parts on all its pages: what a page begins with, without a head, goes on from the page before. */
function wholeTables(pages: readonly Structure[]): Structure[][] {
  const tables: Structure[][] = [];
  for (const page of pages) {
    const document = page.children[0]?.children ?? [];
    for (const table of nodesWith(/^Table$/, [page])) {
      const goesOn = document[0] === table && nodesWith(/^THead$/, [table]).length === 0;
      if (goesOn) tables.at(-1)!.push(table);
      else tables.push([table]);
    }
  }
  return tables;
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, "");
}
