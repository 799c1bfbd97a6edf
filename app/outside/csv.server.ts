import { stringify } from "csv-stringify/sync";

/**
 * A table as Italian spreadsheets open it: UTF-8 with BOM, semicolons. A text that begins like a formula is kept a text,
 * whoever typed it.
 */
export function csvResponse(
  name: string,
  rows: Record<string, string | number | null>[],
  columns: string[],
): Response {
  const body = stringify(rows, {
    header: true,
    columns,
    delimiter: ";",
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
