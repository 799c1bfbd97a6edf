import { read, utils, type CellObject } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { readBack } from "#app/export/sheet-text.ts";

/** What a cell is and holds, as a library that did not write it reads it: a day or a moment as ISO text, without a zone. */
export type ReadCell = { type: "text" | "number" | "date" | "boolean"; value: string | number | boolean };
export type ReadRow = Record<string, ReadCell | null>;

const TYPES = { s: "text", n: "number", d: "date", b: "boolean" } as const;

/** The rows of a workbook or of an OpenDocument spreadsheet, each cell under the heading of its column. */
export function readSpreadsheet(bytes: Uint8Array) {
  const book = read(bytes, { type: "array", cellDates: true, UTC: true });
  const name = book.SheetNames[0]!;
  const sheet = book.Sheets[name]!;
  const { e: end } = utils.decode_range(sheet["!ref"]!);
  const at = (row: number, column: number) =>
    sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
  const columns = Array.from({ length: end.c + 1 }, (_, column) => column);
  const headings = columns.map((column) => String(at(0, column)?.v));
  const rows = Array.from({ length: end.r }, (_, row) =>
    Object.fromEntries(columns.map((column) => [headings[column]!, cellOf(at(row + 1, column))])),
  );
  return { name, sheet, headings, rows };
}

function cellOf(cell: CellObject | undefined): ReadCell | null {
  if (cell === undefined || cell.t === "z") return null;
  if (cell.f !== undefined) throw new Error(`A formula: ${cell.f}`);
  const type = TYPES[cell.t as keyof typeof TYPES];
  return { type, value: cell.v instanceof Date ? isoOf(cell.v) : (cell.v as string | number | boolean) };
}

/** To the second: a workbook keeps a moment as a fraction of a day. */
function isoOf(date: Date): string {
  return new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
}

/** The rows of a CSV as its documentation says to read them: without the BOM, and without the apostrophe before a text. */
export function readCsv(bytes: Uint8Array): Record<string, string>[] {
  const records = parse<Record<string, string>>(Buffer.from(bytes), {
    bom: true,
    columns: true,
    delimiter: ";",
  });
  return records.map((record) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, readBack(value)])),
  );
}
