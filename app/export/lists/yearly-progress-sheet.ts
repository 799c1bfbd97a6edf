import { SITUATION_CODE } from "#app/domain/codes.ts";
import type { Tally } from "#app/domain/plan/yearly-progress.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { capitalize } from "#app/format.ts";
import { SITUATIONS_LABEL } from "#app/labels.ts";
import type { Sheet } from "../sheet.ts";

/** A row of figures, and by what it groups: `anno`, `ambito`, `tema`, `ufficio`. */
type Row = Tally & { group: string; key: string; name: string; adopted?: number };

/** The rows of the four charts of a plan. */
export const YEARLY_PROGRESS_SHEET: Sheet<Row> = {
  name: "Andamento",
  columns: [
    { key: "per", heading: "Per", kind: "text", width: 9, value: ({ group }) => group },
    { key: "codice", heading: "Codice", kind: "text", width: 16, value: ({ key }) => key },
    { key: "nome", heading: "Nome", kind: "text", width: 50, value: ({ name }) => name },
    {
      key: "adottate",
      heading: "Adottate",
      kind: "integer",
      width: 10,
      value: ({ adopted }) => adopted ?? null,
    },
    { key: "annualita", heading: "Annualità", kind: "integer", width: 10, value: ({ total }) => total },
    ...SITUATIONS.map((situation) => ({
      key: SITUATION_CODE[situation],
      heading: capitalize(SITUATIONS_LABEL[situation]),
      kind: "integer" as const,
      width: 13,
      value: ({ counts }: Row) => counts[situation],
    })),
    {
      key: "completate",
      heading: "Completate",
      kind: "integer",
      width: 11,
      value: ({ completed }) => completed,
    },
    {
      key: "avanzamento_punti",
      heading: "Avanzamento: punti",
      kind: "decimal",
      width: 13,
      value: ({ progress }) => progress.points,
    },
    {
      key: "avanzamento_su",
      heading: "Avanzamento: su",
      kind: "decimal",
      width: 13,
      value: ({ progress }) => progress.weight * 100,
    },
  ],
};
