import { strToU8, zipSync, type Zippable } from "fflate";
import type { Table } from "#app/export/sheet.ts";
import { escaped, odsContent } from "./ods-content.server.ts";

const MIME = "application/vnd.oasis.opendocument.spreadsheet";

/** A table as an OpenDocument spreadsheet, with its first row frozen. hucre loses the new lines of a text in this format (docs/decisions/0021). */
export function odsOf(table: Table, day: Date): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    "content.xml": odsContent(table),
    "styles.xml": STYLES,
    "meta.xml": metaOf(table.name, day),
    "settings.xml": settingsOf(table.name),
  };
  const files: Zippable = {
    // First and as it is: what tells the kind of the file to who looks at its first bytes.
    mimetype: [strToU8(MIME), { level: 0 }],
    "META-INF/manifest.xml": strToU8(manifestOf(Object.keys(parts))),
  };
  for (const [path, text] of Object.entries(parts)) files[path] = strToU8(text);
  return new Uint8Array(zipSync(files, { mtime: EPOCH }));
}

/** The same data are the same bytes: a zip cannot leave the time out, and its own begins in 1980, in no zone. */
const EPOCH = new Date(1980, 0, 1);

const XML = `<?xml version="1.0" encoding="UTF-8"?>`;
const URN = "urn:oasis:names:tc:opendocument:xmlns";

function manifestOf(paths: string[]): string {
  const entries = paths.map(
    (path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`,
  );
  return `${XML}
<manifest:manifest xmlns:manifest="${URN}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${MIME}"/>${entries.join("")}</manifest:manifest>`;
}

/** Lying down, A4, as wide as the sheet of paper. */
const STYLES = `${XML}
<office:document-styles xmlns:office="${URN}:office:1.0" xmlns:style="${URN}:style:1.0" xmlns:fo="${URN}:xsl-fo-compatible:1.0" office:version="1.2"><office:styles/><office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0" fo:margin="1.5cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="a4"/></office:master-styles></office:document-styles>`;

function metaOf(title: string, day: Date): string {
  const on = day.toISOString().slice(0, 19);
  return `${XML}
<office:document-meta xmlns:office="${URN}:office:1.0" xmlns:meta="${URN}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:meta><meta:generator>Rotta</meta:generator><dc:title>${escaped(title)}</dc:title><dc:date>${on}</dc:date><dc:language>it-IT</dc:language></office:meta></office:document-meta>`;
}

/** The view in which the first row stays while the others move. */
function settingsOf(name: string): string {
  const items = [
    "VerticalSplitMode=short:2",
    "VerticalSplitPosition=int:1",
    "ActiveSplitRange=short:2",
    "PositionBottom=int:1",
  ]
    .map((item) => /^(\w+)=(\w+):(\d)$/.exec(item)!)
    .map(
      ([, key, type, value]) =>
        `<config:config-item config:name="${key}" config:type="${type}">${value}</config:config-item>`,
    );
  return `${XML}
<office:document-settings xmlns:office="${URN}:office:1.0" xmlns:config="${URN}:config:1.0" office:version="1.2"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item><config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${escaped(name)}">${items.join("")}</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}
