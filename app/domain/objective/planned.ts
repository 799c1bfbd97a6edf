import type { Span } from "./objectives.ts";
import { measureOf, type StepMeasure } from "./step-measures.ts";
import { readTerms, type Term } from "./terms.ts";

/** A programmato as it is written, and what is understood of it in the years of its objective. */
export type Planned = {
  planned_as_written: string | null;
  terms: Term[];
  isUnread: boolean;
  measure: StepMeasure;
};

/** Reads a programmato before anyone saves it: whoever writes it learns what it will be measured by (R9). */
export function understood(planned: string | null, span: Span): Planned {
  const { terms, isUnread } = readTerms(planned ?? "");
  return { planned_as_written: planned, terms, isUnread, measure: measureOf(terms, span) };
}
