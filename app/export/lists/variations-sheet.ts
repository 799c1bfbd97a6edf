import type { Variation } from "#app/domain/variation/variations.ts";
import { VARIATION_CODE } from "#app/domain/variation/variation-codes.ts";
import { sentenceText } from "#app/sentence-parts.ts";
import { variationParts } from "#app/variation-sentences.ts";
import type { Sheet } from "../sheet.ts";

/** A variation, with the code of its plan. */
export type VariationRow = { plan: string; variation: Variation };

/** The variations of a plan (R12), one a row, in the order of the day from which they hold. */
export const VARIATIONS_SHEET: Sheet<VariationRow> = {
  name: "Variazioni",
  columns: [
    { key: "dal", heading: "Dal", kind: "day", width: 11, value: ({ variation }) => variation.on },
    {
      key: "tipo",
      heading: "Tipo",
      kind: "text",
      width: 12,
      value: ({ variation }) => VARIATION_CODE[variation.kind],
    },
    {
      key: "ambito",
      heading: "Ambito",
      kind: "text",
      width: 8,
      value: ({ variation }) => variation.area.code,
    },
    {
      key: "azione",
      heading: "Azione",
      kind: "text",
      width: 8,
      value: ({ variation }) => variation.action?.code ?? null,
    },
    {
      key: "titolo",
      heading: "Descrizione",
      kind: "text",
      width: 50,
      value: ({ variation: { action, area } }) => (action ?? area).title,
    },
    {
      key: "anni",
      heading: "Anni",
      kind: "text",
      width: 10,
      value: ({ variation }) => variation.years.join(" "),
    },
    {
      key: "verso_piano",
      heading: "Verso il piano",
      kind: "text",
      width: 13,
      value: ({ variation }) => variation.target?.plan ?? null,
    },
    {
      key: "verso_anno",
      heading: "Verso l’anno",
      kind: "integer",
      width: 12,
      value: ({ variation }) => variation.target?.year ?? null,
    },
    {
      key: "cambiamento",
      heading: "Che cosa cambia",
      kind: "text",
      width: 60,
      value: ({ variation, plan }) => sentenceText(variationParts(variation, plan)),
    },
    { key: "motivo", heading: "Motivo", kind: "text", width: 60, value: ({ variation }) => variation.reason },
    {
      key: "atto",
      heading: "Atto",
      kind: "text",
      width: 20,
      value: ({ variation }) => variation.act?.name ?? null,
    },
    {
      key: "atto_numero",
      heading: "Numero",
      kind: "text",
      width: 10,
      value: ({ variation }) => variation.act?.number ?? null,
    },
    {
      key: "atto_del",
      heading: "Del",
      kind: "day",
      width: 11,
      value: ({ variation }) => variation.act?.on ?? null,
    },
    {
      key: "registrata_il",
      heading: "Registrata il",
      kind: "moment",
      width: 17,
      value: ({ variation }) => variation.recordedAt,
    },
    {
      key: "ruolo",
      heading: "Ruolo",
      kind: "text",
      width: 12,
      value: ({ variation }) => variation.author.role,
    },
  ],
};
