import { dayInRome, romeClock } from "#app/domain/days.ts";
import { type ColumnKind, lastCellOf, type SheetValue, type Table } from "#app/export/sheet.ts";

const NAMESPACES = ["office", "style", "text", "table", "number"]
  .map((name) => [name, name === "number" ? "datastyle" : name])
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(" ");

const DAY = `<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>`;
const TIME = `<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>`;

/** How a cell of each kind is shown. */
const FORMATS = `<number:text-style style:name="f-text"><number:text-content/></number:text-style>
<number:number-style style:name="f-integer"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="f-decimal"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>
<number:percentage-style style:name="f-percent"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="f-day">${DAY}</number:date-style>
<number:date-style style:name="f-moment">${DAY}${TIME}</number:date-style>
<number:boolean-style style:name="f-yes-no"><number:boolean/></number:boolean-style>`;

const KINDS: ColumnKind[] = ["text", "integer", "decimal", "percent", "day", "moment", "yes-no"];

/** The table as the content of an OpenDocument spreadsheet: every cell of its type, the filters on, the first row on each sheet of paper. */
export function odsContent(table: Table): string {
  const { name, columns, rows } = table;
  const head = columns.map(({ heading }) => textCell(heading, "c-head")).join("");
  const body = rows.map((row) => {
    const cells = row.map((value, index) => odsCell(value, columns[index]!.kind));
    return `<table:table-row table:style-name="r">${cells.join("")}</table:table-row>`;
  });
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const range = `${sheet}.A1:${sheet}.${lastCellOf(table)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${NAMESPACES} office:version="1.2">
<office:automatic-styles>${FORMATS}${ROW}${cellStyles()}${columns.map(columnStyle).join("")}</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="${escaped(name)}">
${columns.map((_, index) => `<table:table-column table:style-name="w-${index}"/>`).join("")}
<table:table-header-rows><table:table-row table:style-name="r">${head}</table:table-row></table:table-header-rows>
${body.join("\n")}
</table:table>
<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="${escaped(range)}" table:display-filter-buttons="true" table:contains-header="true"/></table:database-ranges>
</office:spreadsheet></office:body>
</office:document-content>`;
}

/** A text is a little away from the number that ends in the column before. */
const AWAY = `<style:paragraph-properties fo:text-align="start" fo:margin-left="0.15cm"/>`;

/** Every row is as high as its longest text. */
const ROW = `<style:style style:name="r" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>`;

function cellStyles(): string {
  const top = `<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/>`;
  const head = `<style:table-cell-properties style:vertical-align="middle" fo:wrap-option="wrap" fo:background-color="#e6ecf2"/>${AWAY}<style:text-properties fo:font-weight="bold"/>`;
  const ofKinds = KINDS.map((kind) => {
    const properties = kind === "text" ? `${top}${AWAY}` : top;
    return `<style:style style:name="c-${kind}" style:family="table-cell" style:data-style-name="f-${kind}">${properties}</style:style>`;
  });
  return `${ofKinds.join("")}<style:style style:name="c-head" style:family="table-cell">${head}</style:style>`;
}

const CENTIMETRES_A_CHARACTER = 0.2;

function columnStyle({ width }: Table["columns"][number], index: number): string {
  const centimetres = (width * CENTIMETRES_A_CHARACTER + 0.3).toFixed(2);
  return `<style:style style:name="w-${index}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres}cm"/></style:style>`;
}

function odsCell(value: SheetValue, kind: ColumnKind): string {
  if (value === null) return "<table:table-cell/>";
  if (typeof value === "boolean")
    return valueCell(kind, `boolean" office:boolean-value="${value}`, value ? "VERO" : "FALSO");
  if (typeof value === "number") return numberCell(value, kind);
  if (kind === "text") return textCell(value, "c-text");
  const date = kind === "moment" ? `${dayInRome(value)}T${romeClock(value).slice(0, 8)}` : value;
  return valueCell(kind, `date" office:date-value="${date}`, date.replace("T", " "));
}

function numberCell(value: number, kind: ColumnKind): string {
  const shown = String(value).replace(".", ",");
  if (kind !== "percent") return valueCell(kind, `float" office:value="${value}`, shown);
  return valueCell(kind, `percentage" office:value="${Number((value / 100).toFixed(8))}`, `${shown}%`);
}

/** `typed`: the type, and the value in the attribute that goes with it. `shown`: for readers that look at nothing else. */
function valueCell(kind: ColumnKind, typed: string, shown: string): string {
  return `<table:table-cell table:style-name="c-${kind}" office:value-type="${typed}"><text:p>${shown}</text:p></table:table-cell>`;
}

/** A text: a paragraph for each line. Spaces side by side and tabs have elements of their own, or a reader would make one space of them. */
function textCell(text: string, style: string): string {
  const paragraphs = text.split("\n").map((line) => `<text:p>${spaced(escaped(line))}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs.join("")}</table:table-cell>`;
}

function spaced(line: string): string {
  return line
    .replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
