import { stringify } from "csv-stringify/sync";
import { dayInRome, romeClock } from "#app/domain/days.ts";
import type { ColumnKind, SheetValue, Table } from "#app/export/sheet.ts";
import { withoutFormula } from "#app/export/sheet-text.ts";

/** A table as Italian spreadsheets open it: UTF-8 with BOM, semicolons, the comma in numbers. No text of it is a formula. */
export function csvOf({ columns, rows }: Table): string {
  const records = rows.map((row) => row.map((value, index) => csvCell(value, columns[index]!.kind)));
  return stringify([columns.map(({ key }) => key), ...records], {
    delimiter: ";",
    bom: true,
    record_delimiter: "windows",
  });
}

function csvCell(value: SheetValue, kind: ColumnKind): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "si" : "no";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (kind === "moment") return `${dayInRome(value)} ${romeClock(value).slice(0, 8)}`;
  return kind === "text" ? withoutFormula(value) : value;
}
