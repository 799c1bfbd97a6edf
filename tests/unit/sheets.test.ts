import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { strFromU8, unzipSync } from "fflate";
import { lastCellOf, type Sheet, tableOf } from "#app/export/sheet.ts";
import { csvOf } from "#app/outside/csv.server.ts";
import { odsOf } from "#app/outside/ods.server.ts";
import { xlsxOf } from "#app/outside/xlsx.server.ts";
import { readCsv, readSpreadsheet } from "#tests/support/sheets.ts";

type Row = {
  text: string | null;
  integer: number | null;
  decimal: number | null;
  percent: number | null;
  day: string | null;
  moment: string | null;
  isSo: boolean | null;
};

const SHEET: Sheet<Row> = {
  name: "Prova dell’uscita",
  columns: [
    { key: "testo", heading: "Testo & <altro>", kind: "text", width: 40, value: ({ text }) => text },
    { key: "intero", heading: "Intero", kind: "integer", width: 8, value: ({ integer }) => integer },
    { key: "decimale", heading: "Decimale", kind: "decimal", width: 8, value: ({ decimal }) => decimal },
    { key: "percento", heading: "Percento", kind: "percent", width: 8, value: ({ percent }) => percent },
    { key: "giorno", heading: "Giorno", kind: "day", width: 11, value: ({ day }) => day },
    { key: "momento", heading: "Momento", kind: "moment", width: 17, value: ({ moment }) => moment },
    { key: "si_no", heading: "Sì o no", kind: "yes-no", width: 8, value: ({ isSo }) => isSo },
  ],
};

const EMPTY: Row = {
  text: null,
  integer: null,
  decimal: null,
  percent: null,
  day: null,
  moment: null,
  isSo: null,
};
const FULL: Row = {
  text: "Due  spazi, «virgolette», & <b>\nuna seconda riga\te un tab",
  integer: -3,
  decimal: 1.25,
  percent: 76.46,
  day: "2024-02-29",
  moment: "2022-10-15T22:41:07.123Z",
  isSo: true,
};
const DAY = new Date("2026-10-15T00:00:00Z");

const WRITERS = {
  xlsx: xlsxOf,
  ods: (...given: Parameters<typeof odsOf>) => Promise.resolve(odsOf(...given)),
};

async function readFrom(format: keyof typeof WRITERS, rows: Row[]) {
  return readSpreadsheet(await WRITERS[format](tableOf(SHEET, rows), DAY));
}

async function textsFrom(format: keyof typeof WRITERS, texts: string[]) {
  const { rows } = await readFrom(
    format,
    texts.map((text) => ({ ...EMPTY, text })),
  );
  return rows.map((row) => row["Testo & <altro>"]);
}

describe.each(["xlsx", "ods"] as const)("a list as %s, read by a library that did not write it", (format) => {
  test("has its rows, each cell of its type", async () => {
    const { name, headings, rows } = await readFrom(format, [FULL, EMPTY, { ...FULL, isSo: false }]);

    expect(name).toBe("Prova dell’uscita");
    expect(headings).toEqual(SHEET.columns.map(({ heading }) => heading));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      "Testo & <altro>": { type: "text", value: FULL.text },
      Intero: { type: "number", value: -3 },
      Decimale: { type: "number", value: 1.25 },
      Percento: { type: "number", value: 0.7646 },
      Giorno: { type: "date", value: "2024-02-29T00:00:00" },
      Momento: { type: "date", value: "2022-10-16T00:41:07" },
      "Sì o no": { type: "boolean", value: true },
    });
    expect(Object.values(rows[1]!)).toEqual(SHEET.columns.map(() => null));
    expect(rows[2]!["Sì o no"]).toEqual({ type: "boolean", value: false });
  });

  test("has texts that look like formulas, numbers or days as the texts that they are", async () => {
    const texts = [
      "=1+1",
      '=HYPERLINK("http://x.example")',
      "+39",
      "-5",
      "@SUM(A1)",
      "'già",
      "4.10",
      "1/2",
      "007",
    ];

    expect(await textsFrom(format, texts)).toEqual(texts.map((value) => ({ type: "text", value })));
  });

  test("has a text of 5,000 characters whole", async () => {
    const long = "È un’azione “lunga” & <così> — ".repeat(170).slice(0, 5000).trimEnd();

    expect(await textsFrom(format, [long])).toEqual([{ type: "text", value: long }]);
  });

  test("shows a control character instead of breaking", async () => {
    expect(await textsFrom(format, ["a\u0000b\u001Bc\uD800"])).toEqual([{ type: "text", value: "a␀b␛c�" }]);
  });

  test("is the same bytes for the same rows", async () => {
    const [first, second] = await Promise.all([1, 2].map(() => WRITERS[format](tableOf(SHEET, [FULL]), DAY)));

    expect(first).toEqual(second);
  });

  test("has a list without rows", async () => {
    expect((await readFrom(format, [])).rows).toEqual([]);
  });

  test("has any text as it was typed", async () => {
    const typed = fc.string({ unit: fc.constantFrom(..."aè =&<>\"'_x0😀".split("")), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 20 }), async (texts) => {
        const expected = texts.map((text) => ({
          type: "text",
          value: tableOf(SHEET, [{ ...EMPTY, text }]).rows[0]![0],
        }));
        expect(await textsFrom(format, texts)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a workbook", () => {
  test("keeps a text that reads like the number of a character", async () => {
    expect(await textsFrom("xlsx", ["_x000D_", "a_x0041_b"])).toEqual([
      { type: "text", value: "_x000D_" },
      { type: "text", value: "a_x0041_b" },
    ]);
  });

  test("has of a text what a cell can hold, and says that the rest is left out", async () => {
    const [cell] = await textsFrom("xlsx", ["a".repeat(40_000)]);

    expect(cell).toEqual({ type: "text", value: `${"a".repeat(32_766)}…` });
  });

  test("has the filters on, over all its rows", async () => {
    expect((await readFrom("xlsx", [FULL, FULL])).sheet["!autofilter"]).toEqual({ ref: "A1:G3" });
  });

  test("has the first row frozen, its widths, and a format for each column", async () => {
    const parts = unzipSync(await xlsxOf(tableOf(SHEET, [FULL]), DAY));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    const styles = strFromU8(parts["xl/styles.xml"]!);

    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col min="1" max="1" [^>]*width="40"/);
    expect(sheet).not.toContain("<f>");
    for (const format of ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0.0%"])
      expect(styles).toContain(`formatCode="${format}"`);
  });
});

describe("an OpenDocument spreadsheet", () => {
  test("says first of all what it is, has widths and filters, and keeps its first row in sight", () => {
    const bytes = odsOf(tableOf(SHEET, [FULL]), DAY);
    const parts = unzipSync(bytes);

    expect(strFromU8(bytes.slice(30, 84))).toBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    expect(strFromU8(parts["content.xml"]!)).toContain('style:column-width="8.30cm"');
    expect(strFromU8(parts["content.xml"]!)).toContain(
      `table:target-range-address="'Prova dell’uscita'.A1:'Prova dell’uscita'.G2" table:display-filter-buttons="true"`,
    );
    expect(strFromU8(parts["settings.xml"]!)).toContain(
      '<config:config-item config:name="VerticalSplitPosition" config:type="int">1<',
    );
  });
});

describe("a list as CSV", () => {
  test("begins with the BOM, has semicolons, the names of the columns and the numbers of Italian spreadsheets", () => {
    const csv = csvOf(tableOf(SHEET, [{ ...FULL, text: "=1;2" }, EMPTY]));

    expect(csv).toBe(
      "\uFEFFtesto;intero;decimale;percento;giorno;momento;si_no\r\n" +
        `"'=1;2";-3;1,25;76,46;2024-02-29;2022-10-16 00:41:07;si\r\n` +
        ";;;;;;\r\n",
    );
  });

  test("comes back as it was typed", () => {
    const texts = ["=1+1", "'già", "''", "-5", "una;virgola", 'le "virgolette"', "due\nrighe", "\tun tab"];
    const csv = csvOf(
      tableOf(
        SHEET,
        texts.map((text) => ({ ...EMPTY, text })),
      ),
    );

    expect(readCsv(Buffer.from(csv)).map(({ testo }) => testo)).toEqual(texts);
  });
});

test("the last cell of a table is found beyond the twenty-sixth column", () => {
  const columns = Array.from({ length: 53 }, () => SHEET.columns[0]!);

  expect(lastCellOf(tableOf({ name: "Larga", columns }, [FULL, FULL]))).toBe("BA3");
  expect(lastCellOf(tableOf({ name: "Larga", columns: columns.slice(0, 26) }, []))).toBe("Z1");
});
