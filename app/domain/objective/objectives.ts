/** What an objective is for: the strategic ones of the DUP, the operational ones of PdO and PIAO, those of management of the PEG (R9). */
export const OBJECTIVE_KINDS = ["strategic", "operational", "management"] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/** What is said of an objective beside what is computed (R9): by its office, or by the Nucleo di valutazione. */
export type FigureKind = "declared" | "validated";

/** The years of an objective: one, or those of its document where that covers several (DUP; docs/decisions/0019). */
export type Span = { firstYear: number; lastYear: number };

/** The years of an objective, from its row. */
export function spanOf({ first_year, last_year }: { first_year: number; last_year: number }): Span {
  return { firstYear: first_year, lastYear: last_year };
}

/** True for a year in which the objective stands. */
export function spansYear({ firstYear, lastYear }: Span, year: number): boolean {
  return firstYear <= year && year <= lastYear;
}

export function yearsOf({ firstYear, lastYear }: Span): number[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
}
