import { stringify } from "csv-stringify/sync";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";

/**
 * A table as Italian spreadsheets open it: UTF-8 with BOM, semicolons. A text that begins like a formula is kept a text,
 * whoever typed it. Its last column says whether the data are the demonstration's: a file travels without its page.
 */
export async function csvResponse(
  name: string,
  rows: Record<string, string | number | null>[],
  columns: string[],
): Promise<Response> {
  const dimostrativo = (await findSetting(db, "demonstration_day")) === undefined ? "no" : "si";
  const marked = rows.map((row) => ({ ...row, dimostrativo }));
  const body = stringify(marked, {
    header: true,
    columns: [...columns, "dimostrativo"],
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
