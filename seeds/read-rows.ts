import { parse } from "csv-parse/sync";
import { z } from "zod";

z.config(z.locales.it());

/** A row that passed, with the line of the file it stands on. */
export type Read<Row> = Row & { line: number };

/** The files of a set of data, by name, as texts. */
export type SeedFiles = Record<string, string>;

/** Stops the load: what is wrong, in which file, at which line and field. */
export function failAt(file: string, line: number, field: string, what: string): never {
  throw new Error(`seeds/data/${file}:${line}: ${field}: ${what}`);
}

/**
 * Reads one CSV file: comma, quotes, a line of headers, comments with `#`. Every row passes the schema or the load stops,
 * naming file, line and field.
 */
export function readRows<Schema extends z.ZodObject>(
  files: SeedFiles,
  file: string,
  schema: Schema,
): Read<z.output<Schema>>[] {
  const text = files[file];
  if (text === undefined) return failAt(file, 1, "file", "manca");
  const records = parse(text, {
    columns: true,
    comment: "#",
    comment_no_infix: true,
    skip_empty_lines: true,
    bom: true,
    info: true,
  }) as unknown as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  const strict = z.strictObject(schema.shape);
  return records.map(({ record, info }) => {
    const row = strict.safeParse(record);
    if (row.success) return { ...(row.data as z.output<Schema>), line: info.lines };
    const issue = row.error.issues[0]!;
    return failAt(file, info.lines, issue.path.join(".") || "riga", issue.message);
  });
}
