import type { DataExport } from "../data-format.ts";
import type { Sheet } from "../sheet.ts";

/** A line of history as the data export tells it, with the line that was put in its place, if any. */
export type HistoryRow = { line: DataExport["storia"][number]; replacedBy: number | null };

/**
 * The history of a plan, one line a row, with the codes of the data export. Who wrote a line is role and office; the opaque id of the
 * author, the salts and the hashes are of the export alone.
 */
export const HISTORY_SHEET: Sheet<HistoryRow> = {
  name: "Storia",
  columns: [
    { key: "sequenza", heading: "Riga", kind: "integer", width: 7, value: ({ line }) => line.sequenza },
    { key: "piano", heading: "Piano", kind: "text", width: 11, value: ({ line }) => line.piano },
    { key: "azione", heading: "Azione", kind: "text", width: 8, value: ({ line }) => line.azione },
    { key: "anno", heading: "Anno", kind: "integer", width: 7, value: ({ line }) => line.anno },
    { key: "da", heading: "Da", kind: "text", width: 14, value: ({ line }) => line.da },
    { key: "a", heading: "A", kind: "text", width: 14, value: ({ line }) => line.a },
    {
      key: "avanzamento",
      heading: "Avanzamento",
      kind: "percent",
      width: 13,
      value: ({ line }) => line.avanzamento,
    },
    { key: "scadenza", heading: "Scadenza", kind: "day", width: 11, value: ({ line }) => line.scadenza },
    {
      key: "verso_piano",
      heading: "Verso il piano",
      kind: "text",
      width: 13,
      value: ({ line }) => line.versoPiano,
    },
    {
      key: "verso_anno",
      heading: "Verso l’anno",
      kind: "integer",
      width: 12,
      value: ({ line }) => line.versoAnno,
    },
    {
      key: "rettifica",
      heading: "Rettifica la riga",
      kind: "integer",
      width: 10,
      value: ({ line }) => line.rettifica,
    },
    {
      key: "rettificata_da",
      heading: "Rettificata dalla riga",
      kind: "integer",
      width: 12,
      value: ({ replacedBy }) => replacedBy,
    },
    {
      key: "effettiva_dal",
      heading: "Effettiva dal",
      kind: "day",
      width: 13,
      value: ({ line }) => line.effettivaDal,
    },
    {
      key: "registrata_il",
      heading: "Registrata il",
      kind: "moment",
      width: 17,
      value: ({ line }) => line.registrataIl,
    },
    { key: "ruolo", heading: "Ruolo", kind: "text", width: 14, value: ({ line }) => line.ruolo },
    { key: "ufficio", heading: "Ufficio", kind: "text", width: 12, value: ({ line }) => line.ufficio },
    {
      key: "motivo",
      heading: "Motivo o nota",
      kind: "text",
      width: 60,
      value: ({ line }) => (typeof line.motivo === "string" ? line.motivo : null),
    },
    {
      key: "prova",
      heading: "Prova",
      kind: "text",
      width: 16,
      value: ({ line }) => proofOf(line)?.tipo ?? null,
    },
    {
      key: "prova_numero",
      heading: "Numero",
      kind: "text",
      width: 12,
      value: ({ line }) => proofOf(line)?.numero ?? null,
    },
    {
      key: "prova_del",
      heading: "Del",
      kind: "day",
      width: 11,
      value: ({ line }) => proofOf(line)?.del ?? null,
    },
    {
      key: "prova_collegamento",
      heading: "Collegamento",
      kind: "text",
      width: 30,
      value: ({ line }) => proofOf(line)?.collegamento ?? null,
    },
    {
      key: "prova_nota",
      heading: "Nota della prova",
      kind: "text",
      width: 30,
      value: ({ line }) => proofOf(line)?.nota ?? null,
    },
    {
      key: "oscurati",
      heading: "Testi oscurati",
      kind: "text",
      width: 14,
      value: ({ line }) => obscuredIn(line),
    },
  ],
};

function proofOf({ prova }: HistoryRow["line"]) {
  return prova !== null && "tipo" in prova ? prova : null;
}

/** "motivo prova": which of the two texts of a line were dropped (R3). */
function obscuredIn({ motivo, prova }: HistoryRow["line"]): string {
  const isReasonGone = motivo !== null && typeof motivo !== "string";
  const isProofGone = prova !== null && "oscurato" in prova;
  return [isReasonGone && "motivo", isProofGone && "prova"].filter(Boolean).join(" ");
}
