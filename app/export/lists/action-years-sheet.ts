import { SITUATION_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import { dayInRome } from "#app/domain/days.ts";
import type { PlanActionOnDay, PlanActionYear } from "#app/domain/plan/plan-at.ts";
import { isCompleted } from "#app/domain/status/situations.ts";
import type { Sheet } from "../sheet.ts";

type Row = { action: PlanActionOnDay; year: PlanActionYear };

/** The annualità of a plan, one a row. */
export const ACTION_YEARS_SHEET: Sheet<Row> = {
  name: "Annualità",
  columns: [
    { key: "ambito", heading: "Ambito", kind: "text", width: 8, value: ({ action }) => action.areaCode },
    { key: "codice", heading: "Codice", kind: "text", width: 8, value: ({ action }) => action.code },
    { key: "azione", heading: "Azione", kind: "text", width: 60, value: ({ action }) => action.title },
    {
      key: "responsabili",
      heading: "Responsabili",
      kind: "text",
      width: 24,
      value: ({ action }) => action.responsibles.map(({ code }) => code).join(" "),
    },
    { key: "temi", heading: "Temi", kind: "text", width: 20, value: ({ action }) => action.themes.join(" ") },
    { key: "anno", heading: "Anno", kind: "integer", width: 7, value: ({ year }) => year.year },
    {
      key: "stato",
      heading: "Stato",
      kind: "text",
      width: 14,
      value: ({ year }) => STATUS_CODE[year.status],
    },
    {
      key: "situazione",
      heading: "Situazione",
      kind: "text",
      width: 23,
      value: ({ year }) => SITUATION_CODE[year.situation],
    },
    {
      key: "avanzamento",
      heading: "Avanzamento",
      kind: "percent",
      width: 13,
      value: ({ year }) => year.progress,
    },
    { key: "scadenza", heading: "Scadenza", kind: "day", width: 11, value: ({ year }) => year.dueOn },
    {
      key: "provata",
      heading: "Provata",
      kind: "yes-no",
      width: 9,
      value: ({ year }) => (isCompleted(year.situation) ? year.proven : null),
    },
    {
      key: "aggiornata_il",
      heading: "Aggiornata il",
      kind: "day",
      width: 13,
      value: ({ year }) => (year.recordedAt === null ? null : dayInRome(year.recordedAt)),
    },
    {
      key: "viene_dal",
      heading: "Viene dal",
      kind: "text",
      width: 10,
      value: ({ year }) => year.origins.join(" "),
    },
    {
      key: "verso_anno",
      heading: "Verso l’anno",
      kind: "integer",
      width: 12,
      value: ({ year }) => year.target?.year ?? null,
    },
  ],
};
