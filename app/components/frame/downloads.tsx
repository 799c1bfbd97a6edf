import { type Query, withQuery } from "#app/addresses.ts";
import { SHEET_FORMATS, type SheetFormat } from "#app/domain/sheet-formats.ts";

const FORMAT_NAME: Record<SheetFormat, string> = { csv: "CSV", xlsx: "Excel", ods: "OpenDocument" };

/**
 * A list as a file, in each format. `of`: the list, as it ends the sentence ("le annualità"); `path`: its address, without the
 * format. Who only hears the links hears of which list each one is.
 */
export function Downloads({ of, path, query }: { of: string; path: string; query: Query }) {
  return (
    <span className="noprint">
      Scarica {of}:{" "}
      {SHEET_FORMATS.map((format, index) => (
        <span key={format}>
          {index > 0 && " · "}
          <a href={withQuery(`${path}.${format}`, query)}>
            {FORMAT_NAME[format]}
            <span className="sr"> ({of})</span>
          </a>
        </span>
      ))}
    </span>
  );
}
