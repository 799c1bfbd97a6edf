import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A node of the structure of a PDF, as a screen reader walks it: what it is, what it says for itself, what is inside. */
export type Structure = { role: string; alt: string | undefined; children: Structure[] };

type Node = { role?: string; alt?: string; children?: Node[] };

/** A PDF read by a library that did not write it. */
export async function readPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;
}

/** What is written on each page, in the order of reading, without what stands on every page (headers, footers, drawings). */
export async function textsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages = await Promise.all(range(pdf.numPages).map((number) => pdf.getPage(number)));
  const contents = await Promise.all(
    pages.map((page) => page.getTextContent({ includeMarkedContent: true })),
  );
  return contents.map(({ items }) => textWithoutArtifacts(items));
}

type Item = Awaited<ReturnType<Page["getTextContent"]>>["items"][number];
type Page = Awaited<ReturnType<PDFDocumentProxy["getPage"]>>;

function textWithoutArtifacts(items: readonly Item[]): string {
  const open: boolean[] = [];
  let text = "";
  for (const item of items) {
    if ("str" in item) {
      if (!open.includes(true)) text += item.str + (item.hasEOL ? "\n" : "");
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push((item as { tag?: string }).tag === "Artifact");
  }
  return text;
}

/** The structure of each page, in order. */
export async function structureOf(pdf: PDFDocumentProxy): Promise<Structure[]> {
  const pages = await Promise.all(range(pdf.numPages).map((number) => pdf.getPage(number)));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  return trees.map((tree) => structureFrom(tree as Node));
}

function structureFrom({ role = "", alt, children = [] }: Node): Structure {
  return { role, alt, children: children.filter((child) => child.role).map(structureFrom) };
}

/** Every node of a structure with that role, in the order of reading. */
export function nodesWith(role: RegExp, structures: readonly Structure[]): Structure[] {
  return structures.flatMap((one) => [
    ...(role.test(one.role) ? [one] : []),
    ...nodesWith(role, one.children),
  ]);
}

function range(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
