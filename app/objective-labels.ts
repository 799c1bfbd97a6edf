import type { ItemState } from "./domain/monitoring/answers.ts";
import type { FigureKind, ObjectiveKind } from "./domain/objective/objectives.ts";
import type { Period } from "./domain/objective/terms.ts";

export { OBJECTIVE_KIND_CODES } from "./domain/objective/objective-codes.ts";

/** What objectives are called in the interface. */
export const OBJECTIVE_KIND_LABELS: Record<ObjectiveKind, string> = {
  strategic: "strategico",
  operational: "operativo",
  management: "di gestione",
};

export const FIGURE_LABELS: Record<FigureKind, string> = {
  declared: "dichiarato",
  validated: "validato dal Nucleo",
};

export const PERIOD_LABELS: Record<Period | "due-days", { one: string; many: string }> = {
  day: { one: "giorno", many: "giorni" },
  week: { one: "settimana", many: "settimane" },
  month: { one: "mese", many: "mesi" },
  "two-months": { one: "bimestre", many: "bimestri" },
  quarter: { one: "trimestre", many: "trimestri" },
  "four-months": { one: "quadrimestre", many: "quadrimestri" },
  "half-year": { one: "semestre", many: "semestri" },
  year: { one: "anno", many: "anni" },
  unspecified: { one: "periodo", many: "periodi" },
  "due-days": { one: "termine", many: "termini" },
};

/** What has become of what an office was asked in a round. */
export const ITEM_STATE_LABEL: Record<ItemState, string> = {
  waiting: "da confermare",
  confirmed: "confermata, nessuna novità",
  changed: "cambiata",
  withdrawn: "non più da confermare",
};
