import type { ObjectiveKind } from "./objectives.ts";

/** The codes of addresses, CSV and exports, as those of `codes.ts`: they never change. */
export const OBJECTIVE_KIND_CODES: Record<ObjectiveKind, string> = {
  strategic: "strategico",
  operational: "operativo",
  management: "gestionale",
};
