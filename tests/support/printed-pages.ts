import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";

/**
 * A page of paper: its size in points, its text without spaces, where its links lead, and how much of it lies below the
 * lowest of them, as a part of the sheet.
 */
export type PrintedPage = { width: number; height: number; text: string; links: string[]; left: number };

/** The page as Chromium prints it, on the paper that its own style asks for. */
export async function printedPages(page: Page): Promise<PrintedPage[]> {
  await page.evaluate(() => document.fonts.ready);
  return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** Enough of PDF for what Chromium writes: plain objects, deflated streams, text as glyphs with a map to Unicode. */
function readPdf(pdf: Buffer): PrintedPage[] {
  const source = pdf.toString("latin1");
  const object = (id: string) => new RegExp(`\\n${id} 0 obj([\\s\\S]*?)endobj`).exec(source)![1]!;
  const stream = (id: string) => streamOf(pdf, source, id);
  const leaves = (id: string): string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(object(id));
    return kids ? references(kids[1]!).flatMap(leaves) : [id];
  };
  return leaves(/\/Type \/Catalog[\s\S]*?\/Pages (\d+) 0 R/.exec(source)![1]!).map((id) => {
    const content = object(id);
    const [, , width, height] = /\/MediaBox \[([^\]]*)\]/.exec(content)![1]!.split(" ").map(Number);
    const fonts = new Map(
      [...content.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [
        name!,
        glyphs(stream(/\/ToUnicode (\d+) 0 R/.exec(object(font!))![1]!)),
      ]),
    );
    const links = references(/\/Annots \[([^\]]*)\]/.exec(content)?.[1] ?? "").map(object);
    return {
      width: width!,
      height: height!,
      text: textOf(stream(/\/Contents (\d+) 0 R/.exec(content)![1]!), fonts).replace(/\s/g, ""),
      links: links.flatMap((link) => /\/URI \(([^)]*)\)/.exec(link)?.[1] ?? []),
      left: Math.min(height!, ...links.map(bottomOf)) / height!,
    };
  });
}

/** How far above the lower edge of the sheet a link ends. */
function bottomOf(link: string): number {
  return Number(/\/Rect \[[\d.]+ ([\d.]+)/.exec(link)![1]);
}

function references(list: string): string[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => id!);
}

function streamOf(pdf: Buffer, source: string, id: string): string {
  const start = source.indexOf(`\n${id} 0 obj`);
  const from = source.indexOf("stream\n", start) + "stream\n".length;
  const head = source.slice(start, from);
  const bytes = pdf.subarray(from, from + Number(/\/Length (\d+)/.exec(head)![1]));
  return (head.includes("/FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
}

/** What each glyph of a font stands for, from its map: one by one, or by ranges. */
function glyphs(map: string): Map<number, string> {
  const known = new Map<number, string>();
  const hex = (text: string | undefined) => Number.parseInt(text!, 16);
  for (const [, from, to] of map.matchAll(/^<(\w{4})> <(\w+)>$/gm))
    known.set(hex(from), String.fromCharCode(...to!.match(/.{4}/g)!.map(hex)));
  for (const [, from, until, to] of map.matchAll(/^<(\w{4})> <(\w{4})> <(\w{4})>$/gm))
    for (let glyph = hex(from); glyph <= hex(until); glyph += 1)
      known.set(glyph, String.fromCharCode(hex(to) + glyph - hex(from)));
  return known;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font = fonts.get("");
  let text = "";
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)> Tj/g)) {
    if (name) font = fonts.get(name);
    for (const glyph of shown?.match(/.{4}/g) ?? []) text += font!.get(Number.parseInt(glyph, 16)) ?? "";
  }
  return text;
}
