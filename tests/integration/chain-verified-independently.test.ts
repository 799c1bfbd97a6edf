import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { dataExport } from "#app/export/data-export.server.ts";
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

function contenutoDi({ sali, ...riga }: Fields): Fields {
  const sale = sali as Fields;
  delete riga.hash;
  return { ...riga, motivo: impegno(riga.motivo, sale.motivo), prova: impegno(riga.prova, sale.prova) };
}

function doveSiRompe({ storia }: { storia: Fields[] }): number | undefined {
  const rotta = storia.findIndex((riga, indice) => {
    const precedente = storia[indice - 1]?.hash ?? "0".repeat(64);
    const tiene = riga.sequenza === indice + 1 && riga.hashPrecedente === precedente;
    return !tiene || impronta(canonico(contenutoDi(riga))) !== riga.hash;
  });
  return rotta < 0 ? undefined : rotta + 1;
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
    expect(doveSiRompe(document)).toBeUndefined();
  });

  test("holds also where texts are obscured", () => {
    expect(obscured).toContain('"oscurato"');
    expect(doveSiRompe(JSON.parse(obscured))).toBeUndefined();
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

    expect(doveSiRompe(document)).toBe(3);
  });

  test("breaks where a line was removed, or two changed places", () => {
    const removed = JSON.parse(text) as { storia: Fields[] };
    removed.storia.splice(9, 1);
    const swapped = JSON.parse(text) as { storia: Fields[] };
    swapped.storia.splice(9, 2, swapped.storia[10]!, swapped.storia[9]!);

    expect(doveSiRompe(removed)).toBe(10);
    expect(doveSiRompe(swapped)).toBe(10);
  });

  test("breaks after a line that somebody wrote again with a hash of its own", () => {
    const document = JSON.parse(text) as { storia: Fields[] };
    document.storia[4] = { ...document.storia[4], avanzamento: 31 };
    document.storia[4].hash = impronta(canonico(contenutoDi(document.storia[4])));

    expect(doveSiRompe(document)).toBe(6);
  });
});

describe("the example of docs/formato-dati.md", () => {
  const page = readFileSync(new URL("../../docs/formato-dati.md", import.meta.url), "utf8");
  const line = JSON.parse(/```json\n(\{[^`]*"sequenza"[^`]*)```/.exec(page)![1]!) as Fields;
  const canonical = /^\{"a":.*\}$/m.exec(page)![0];

  test("is a line whose canonical form is the one shown, and whose hash is its own", () => {
    expect(canonico(contenutoDi(line))).toBe(canonical);
    expect(impronta(canonical)).toBe(line.hash);
    expect(doveSiRompe({ storia: [line] })).toBeUndefined();
  });
});
