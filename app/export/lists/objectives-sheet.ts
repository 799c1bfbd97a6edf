import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { OBJECTIVE_KIND_CODES } from "#app/objective-labels.ts";
import { shareWords } from "#app/objective-sentences.ts";
import type { Sheet } from "../sheet.ts";

/** Objectives, one a row: a percentage never without what it is made of (R5). */
export const OBJECTIVES_SHEET: Sheet<ObjectiveOnDay> = {
  name: "Obiettivi",
  columns: [
    { key: "codice", heading: "Codice", kind: "text", width: 18, value: ({ code }) => code },
    { key: "documento", heading: "Documento", kind: "text", width: 14, value: ({ document }) => document },
    { key: "numero", heading: "Numero", kind: "text", width: 9, value: (one) => one.number_as_written },
    { key: "primo_anno", heading: "Primo anno", kind: "integer", width: 8, value: (one) => one.first_year },
    { key: "ultimo_anno", heading: "Ultimo anno", kind: "integer", width: 8, value: (one) => one.last_year },
    { key: "titolo", heading: "Titolo", kind: "text", width: 60, value: ({ title }) => title },
    {
      key: "tipo",
      heading: "Tipo",
      kind: "text",
      width: 12,
      value: ({ kind }) => OBJECTIVE_KIND_CODES[kind],
    },
    {
      key: "trasversale",
      heading: "Trasversale",
      kind: "yes-no",
      width: 11,
      value: (one) => one.is_transversal === 1,
    },
    {
      key: "uffici",
      heading: "Uffici",
      kind: "text",
      width: 20,
      value: ({ offices }) => offices.map(({ code }) => code).join(" "),
    },
    {
      key: "uffici_scelti",
      heading: "Uffici scelti da chi usa Rotta",
      kind: "yes-no",
      width: 14,
      value: (one) => one.office_is_chosen === 1,
    },
    { key: "peso", heading: "Peso", kind: "decimal", width: 8, value: ({ weight }) => weight },
    {
      key: "avanzamento",
      heading: "Avanzamento",
      kind: "percent",
      width: 13,
      value: ({ progress }) => progress.percent,
    },
    {
      key: "avanzamento_addendi",
      heading: "Avanzamento: addendi",
      kind: "text",
      width: 16,
      value: ({ progress }) => addends(progress, progress.done),
    },
    {
      key: "atteso",
      heading: "Atteso",
      kind: "percent",
      width: 9,
      value: ({ progress }) => progress.expectedPercent,
    },
    {
      key: "atteso_addendi",
      heading: "Atteso: addendi",
      kind: "text",
      width: 16,
      value: ({ progress }) => addends(progress, progress.expected),
    },
    {
      key: "dichiarato",
      heading: "Dichiarato",
      kind: "percent",
      width: 11,
      value: ({ figures }) => figures.declared?.percent ?? null,
    },
    {
      key: "validato",
      heading: "Validato",
      kind: "percent",
      width: 9,
      value: ({ figures }) => figures.validated?.percent ?? null,
    },
    { key: "azioni", heading: "Azioni", kind: "text", width: 30, value: (one) => actionsOf(one) },
  ],
};

function addends({ percent, weight }: ObjectiveOnDay["progress"], part: number): string {
  return percent === null ? "non misurabile" : shareWords(part, weight);
}

/** "2021-2023/4.3.6 2021-2023/4.6.1": each action once, whatever it is linked by. */
function actionsOf({ links }: ObjectiveOnDay): string {
  return [...new Set(links.map(({ plan, action }) => `${plan}/${action}`))].join(" ");
}
