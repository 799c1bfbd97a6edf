import type { CellStyle, CellValue, ColumnDef } from "hucre";
import { dayInRome, romeClock } from "#app/domain/days.ts";
import { type ColumnKind, lastCellOf, type SheetValue, type Table } from "#app/export/sheet.ts";

const FORMAT: Record<ColumnKind, string> = {
  text: "@",
  integer: "0",
  decimal: "0.00",
  percent: "0.0%",
  day: "dd/mm/yyyy",
  moment: "dd/mm/yyyy hh:mm",
  // Excel always says VERO and FALSO; LibreOffice would say 1 and 0.
  "yes-no": '"sì";"sì";"no"',
};

const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E6ECF2" } },
  alignment: { vertical: "center", horizontal: "left", indent: 1, wrapText: true },
};

/** No cell of a workbook may hold more: the rest is left out, and the text says so by its last sign. */
const LONGEST = 32_767;

/** A table as a workbook: every cell of its type, the first row frozen, with the filters, and printed on each sheet of paper. */
export async function xlsxOf(table: Table, day: Date): Promise<Uint8Array<ArrayBuffer>> {
  const { name, columns, rows } = table;
  const { writeXlsx } = await import("hucre/xlsx");
  const headings = columns.map(({ heading }) => heading);
  const cells = rows.map((row) => row.map((value, index) => xlsxCell(value, columns[index]!.kind)));
  const bytes = await writeXlsx({
    properties: { title: name, creator: "Rotta", created: day, modified: day },
    sheets: [
      {
        name,
        columns: columns.map(columnDef),
        rows: [headings, ...cells],
        cells: new Map(columns.map((_, index) => [`0,${index}`, { style: HEAD }])),
        rowDefs: new Map([headingHeight(columns), ...rows.map((row) => heightOf(row, columns))].entries()),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${lastCellOf(table)}` },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: "$1:$1",
        },
      },
    ],
  });
  return new Uint8Array(bytes);
}

/** In points: a line, and the highest that a row may be. */
const LINE = 15;
const HIGHEST = 409;

/** As high as its longest text needs: LibreOffice gives every row without a height one line, and writes the others over the next row. */
function heightOf(row: readonly SheetValue[], columns: Table["columns"]) {
  const lines = row.map((value, index) => {
    const { kind, width } = columns[index]!;
    return kind === "text" && typeof value === "string" ? linesOf(value, width) : 1;
  });
  return { height: Math.min(HIGHEST, LINE * Math.max(...lines)) };
}

function headingHeight(columns: Table["columns"]) {
  return { height: LINE * Math.max(...columns.map(({ heading, width }) => linesOf(heading, width - 2))) };
}

/** Words are not cut where a line ends, so that a line holds a little less than its column. */
function linesOf(text: string, width: number): number {
  const ofParagraphs = text.split("\n").map(({ length }) => Math.max(1, Math.ceil((length * 1.1) / width)));
  return ofParagraphs.reduce((sum, lines) => sum + lines, 0);
}

/** A little away from the number that ends in the column before. */
const OF_A_TEXT = { horizontal: "left", indent: 1, wrapText: true } as const;

function columnDef({ width, kind }: Table["columns"][number]): ColumnDef {
  const top = { vertical: "top" } as const;
  const alignment = kind === "text" ? ({ ...top, ...OF_A_TEXT } as const) : top;
  return { width, style: { numFmt: FORMAT[kind], alignment } };
}

function xlsxCell(value: SheetValue, kind: ColumnKind): CellValue {
  if (typeof value === "number") return kind === "percent" ? Number((value / 100).toFixed(8)) : value;
  if (typeof value !== "string") return value;
  if (kind === "day") return new Date(`${value}T00:00:00Z`);
  if (kind === "moment") return new Date(`${dayInRome(value)}T${romeClock(value).slice(0, 8)}Z`);
  return asTyped(value);
}

/** A text that reads `_x000D_` stands in a workbook for a character by its number: its first sign is written by number instead. */
function asTyped(text: string): string {
  const whole = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}
