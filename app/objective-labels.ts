import type { FigureKind, ObjectiveKind } from "./domain/objective/objectives.ts";
import type { Period } from "./domain/objective/terms.ts";

/** What objectives are called in the interface, in addresses and in exports. */
export const OBJECTIVE_KIND_LABELS: Record<ObjectiveKind, string> = {
  strategic: "strategico",
  operational: "operativo",
  management: "di gestione",
};

/** In addresses, CSV and exports. */
export const OBJECTIVE_KIND_CODES: Record<ObjectiveKind, string> = {
  strategic: "strategico",
  operational: "operativo",
  management: "gestionale",
};

export const FIGURE_LABELS: Record<FigureKind, string> = {
  declared: "dichiarato",
  validated: "validato dal Nucleo",
};

export const PERIOD_LABELS: Record<Period | "due-days", { one: string; many: string }> = {
  day: { one: "giorno", many: "giorni" },
  week: { one: "settimana", many: "settimane" },
  month: { one: "mese", many: "mesi" },
  quarter: { one: "trimestre", many: "trimestri" },
  "half-year": { one: "semestre", many: "semestri" },
  year: { one: "anno", many: "anni" },
  unspecified: { one: "periodo", many: "periodi" },
  "due-days": { one: "termine", many: "termini" },
};
