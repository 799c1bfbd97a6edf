import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { dataExport } from "#app/data-export.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { demonstrationDatabase } from "#tests/support/database.ts";
import { textOf } from "../../scripts/data-export.ts";

/*
 * What someone else would write after reading docs/formato-dati.md: nothing of ours is used from here to the next comment.
 */
type Fields = Record<string, unknown>;

const impronta = (testo: string) => createHash("sha256").update(testo, "utf8").digest("hex");

const canonico = (oggetto: Fields) =>
  JSON.stringify(Object.fromEntries(Object.entries(oggetto).sort(([a], [b]) => (a < b ? -1 : 1))));

function impegno(valore: unknown, sale: unknown): unknown {
  if (valore === null) return null;
  if (typeof valore === "object" && "oscurato" in valore!) return valore.oscurato;
  return impronta(String(sale) + (typeof valore === "string" ? valore : canonico(valore as Fields)));
}

function dovesiRompe(documento: { storia: Fields[] }): number | undefined {
  let precedente = "0".repeat(64);
  for (const [indice, { hash, sali, ...riga }] of documento.storia.entries()) {
    const sale = sali as Fields;
    const contenuto = {
      ...riga,
      motivo: impegno(riga.motivo, sale.motivo),
      prova: impegno(riga.prova, sale.prova),
    };
    const tiene =
      riga.sequenza === indice + 1 &&
      riga.hashPrecedente === precedente &&
      impronta(canonico(contenuto)) === hash;
    if (!tiene) return indice + 1;
    precedente = hash as string;
  }
  return undefined;
}
/* Ours again. */

let text: string;
let obscured: string;
beforeAll(async () => {
  const { db, sqlite } = await demonstrationDatabase();
  text = textOf(await dataExport(db, asOfNow("2026-10-15")));
  sqlite.exec("update status_line set reason = null, reason_salt = null where sequence in (3, 40)");
  sqlite.exec("update status_line set evidence = null, evidence_salt = null where sequence = 3");
  obscured = textOf(await dataExport(db, asOfNow("2026-10-15")));
});

describe("an exported file, verified by someone else's program", () => {
  test("holds, from the first line to the last", () => {
    const document = JSON.parse(text) as { storia: Fields[] };

    expect(document.storia.length).toBeGreaterThan(250);
    expect(dovesiRompe(document)).toBeUndefined();
  });

  test("holds also where texts are obscured", () => {
    expect(obscured).toContain('"oscurato"');
    expect(dovesiRompe(JSON.parse(obscured))).toBeUndefined();
  });

  test.each<[string, (line: Fields) => void]>([
    ["a byte of a text", (line) => (line.motivo = `${String(line.motivo)} `)],
    ["a byte of a proof", (line) => ((line.prova as Fields).numero = "350")],
    [
      "a digit of a hash",
      (line) => (line.hash = String(line.hash).replace(/^./, (digit) => (digit === "0" ? "1" : "0"))),
    ],
    ["a day", (line) => (line.effettivaDal = "2021-05-17")],
    ["a due day where there was none", (line) => (line.scadenza = "2021-12-31")],
    ["a progress", (line) => (line.avanzamento = 31)],
    ["a status", (line) => (line.a = "sospesa")],
    ["an author", (line) => (line.autore = "altri")],
    ["a salt", (line) => ((line.sali as Fields).motivo = "0".repeat(32))],
    ["a text taken away", (line) => (line.motivo = null)],
    ["a commitment that is another's", (line) => (line.motivo = { oscurato: "0".repeat(64) })],
  ])("breaks at the third line when somebody changes %s of it", (_, change) => {
    const document = JSON.parse(text) as { storia: Fields[] };
    const third = document.storia[2]!;
    expect([third.motivo, third.prova]).not.toContain(null);
    change(third);

    expect(dovesiRompe(document)).toBe(3);
  });

  test("breaks where a line was removed, or two changed places", () => {
    const removed = JSON.parse(text) as { storia: Fields[] };
    removed.storia.splice(9, 1);
    const swapped = JSON.parse(text) as { storia: Fields[] };
    swapped.storia.splice(9, 2, swapped.storia[10]!, swapped.storia[9]!);

    expect(dovesiRompe(removed)).toBe(10);
    expect(dovesiRompe(swapped)).toBe(10);
  });

  test("breaks after a line that somebody wrote again with a hash of its own", () => {
    const document = JSON.parse(text) as { storia: Fields[] };
    const line = document.storia[4]!;
    const { hash: _, sali, ...content } = { ...line, avanzamento: 31 } as Fields;
    const salts = sali as Fields;
    const committed = { motivo: impegno(line.motivo, salts.motivo), prova: impegno(line.prova, salts.prova) };
    document.storia[4] = { ...line, avanzamento: 31, hash: impronta(canonico({ ...content, ...committed })) };

    expect(dovesiRompe(document)).toBe(6);
  });
});

describe("the example of docs/formato-dati.md", () => {
  const page = readFileSync(new URL("../../docs/formato-dati.md", import.meta.url), "utf8");
  const line = JSON.parse(/```json\n(\{[^`]*"sequenza"[^`]*)```/.exec(page)![1]!) as Fields;
  const canonical = /^\{"a":.*\}$/m.exec(page)![0];

  test("is a line whose canonical form is the one shown, and whose hash is its own", () => {
    const { hash, sali, ...content } = line;
    const salts = sali as Fields;
    const committed = { motivo: impegno(line.motivo, salts.motivo), prova: impegno(line.prova, salts.prova) };

    expect(canonico({ ...content, ...committed })).toBe(canonical);
    expect(impronta(canonical)).toBe(hash);
    expect(dovesiRompe({ storia: [line] })).toBeUndefined();
  });
});
