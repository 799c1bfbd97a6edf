import type { Day } from "#app/domain/days.ts";
import type { SheetFormat } from "#app/domain/sheet-formats.ts";
import { type Sheet, tableOf } from "#app/export/sheet.ts";
import { db } from "#db/connection.server.ts";
import { findSetting } from "#db/settings.ts";
import { csvOf } from "./csv.server.ts";
import { odsOf } from "./ods.server.ts";
import { xlsxOf } from "./xlsx.server.ts";

const TYPE: Record<SheetFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
};

/** What leaves: the rows of a list on a day. `of`: the list and its plan, as the file is called. */
type Leaving<Row> = { sheet: Sheet<Row>; rows: readonly Row[]; of: string; day: Day };

/**
 * A list as a file, in the format that its address ends with (docs/decisions/0021). Its last column says whether the data are
 * the demonstration's: a file travels without its page.
 */
export async function sheetResponse<Row>(
  request: Request,
  { sheet, rows, of, day }: Leaving<Row>,
): Promise<Response> {
  const format = formatOf(request);
  const isDemonstration = (await findSetting(db, "demonstration_day")) !== undefined;
  const table = tableOf(
    {
      name: sheet.name,
      columns: [
        ...sheet.columns,
        {
          key: "dimostrativo",
          heading: "Dimostrativo",
          kind: "yes-no",
          width: 13,
          value: () => isDemonstration,
        },
      ],
    },
    rows,
  );
  const written = new Date(`${day}T00:00:00Z`);
  const body = {
    csv: () => csvOf(table),
    xlsx: () => xlsxOf(table, written),
    ods: () => odsOf(table, written),
  };
  return new Response(await body[format](), {
    headers: {
      "Content-Type": TYPE[format],
      "Content-Disposition": `attachment; filename="${of}-al-${day}.${format}"`,
    },
  });
}

/** Only the addresses of routes.ts come here, and each ends with a format. */
function formatOf({ url }: Request): SheetFormat {
  return new URL(url).pathname.split(".").at(-1) as SheetFormat;
}
