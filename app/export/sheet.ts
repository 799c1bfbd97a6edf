import type { Day } from "#app/domain/days.ts";
import { writableText } from "./sheet-text.ts";

/** What a cell of each kind holds. A percent is of 100; a moment is ISO UTC, and is told as the clocks in Rome showed it. */
type ValueOf = {
  text: string;
  integer: number;
  decimal: number;
  percent: number;
  day: Day;
  moment: string;
  "yes-no": boolean;
};
export type ColumnKind = keyof ValueOf;
export type SheetValue = ValueOf[ColumnKind] | null;

type Place = { key: string; heading: string; width: number };

/** A column of a list. `key`: its name in CSV, which never changes; `heading`: its name in a spreadsheet; `width`: in characters. */
export type Column<Row> = {
  [Kind in ColumnKind]: Place & { kind: Kind; value: (row: Row) => ValueOf[Kind] | null };
}[ColumnKind];

/** A list that can leave: what each of its columns says of a row. `name`: of the sheet inside the file. */
export type Sheet<Row> = { name: string; columns: readonly Column<Row>[] };

/** The columns and rows that every format writes. A cell is null where there is nothing to say. */
export type Table = {
  name: string;
  columns: readonly (Place & { kind: ColumnKind })[];
  rows: SheetValue[][];
};

/**
 * The rows of a list, the same for every format: texts as a file can hold them, an empty one as an empty cell.
 *
 *     tableOf({ name: "Azioni", columns: [{ key: "codice", …, value: ({ code }) => code }] }, [{ code: "4.3.6" }]).rows
 *     // [["4.3.6"]]
 */
export function tableOf<Row>({ name, columns }: Sheet<Row>, rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map(({ key, heading, kind, width }) => ({
      ...{ key, heading, kind },
      width: Math.max(width, widthOf(heading)),
    })),
    rows: rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  };
}

/** Of the longest word of a heading, which stands in bold beside the button of the filter. */
function widthOf(heading: string): number {
  return Math.max(...heading.split(" ").map(({ length }) => Math.ceil(length * 1.2) + 3));
}

function cell(value: SheetValue): SheetValue {
  if (typeof value !== "string") return value;
  return value === "" ? null : writableText(value);
}

/** The last cell of a table, its heading counted: "O121". */
export function lastCellOf({ columns, rows }: Table): string {
  return `${letters(columns.length)}${rows.length + 1}`;
}

/** 1 → "A", 27 → "AA". */
function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : letters(Math.floor((column - 1) / 26)) + last;
}
