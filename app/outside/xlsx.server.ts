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
  "yes-no": "General",
};

const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E6ECF2" } },
  alignment: { vertical: "center", wrapText: true },
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

function columnDef({ width, kind }: Table["columns"][number]): ColumnDef {
  const alignment = kind === "text" ? { vertical: "top", wrapText: true } : { vertical: "top" };
  return { width, style: { numFmt: FORMAT[kind], alignment } as CellStyle };
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
