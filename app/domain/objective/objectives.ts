/** What an objective is for: the strategic ones of the DUP, the operational ones of PdO and PIAO, those of management of the PEG (R9). */
export const OBJECTIVE_KINDS = ["strategic", "operational", "management"] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/** What is said of an objective beside what is computed (R9): by its office, or by the Nucleo di valutazione. */
export const FIGURE_KINDS = ["declared", "validated"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** The years of an objective: one, or those of its document where that covers several (DUP; docs/decisions/0019). */
export type Span = { firstYear: number; lastYear: number };

/** True for a year in which the objective stands. */
export function spansYear({ firstYear, lastYear }: Span, year: number): boolean {
  return firstYear <= year && year <= lastYear;
}

export function yearsOf({ firstYear, lastYear }: Span): number[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
}
