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

/** How many texts are kept as they were understood: more than a municipality plans in ten years. */
const KEPT_AT_MOST = 5_000;

const kept = new Map<string, Planned>();

/**
 * Reads a programmato, also before anyone saves it: whoever writes it learns what it will be measured by (R9). The same text in the same years is
 * read once, because every write has all objectives computed anew; whoever is answered must not alter the answer.
 */
export function understood(planned: string | null, span: Span): Planned {
  const key = JSON.stringify([planned, span.firstYear, span.lastYear]);
  const known = kept.get(key);
  if (known) return known;
  const { terms, isUnread } = readTerms(planned ?? "");
  const answer = { planned_as_written: planned, terms, isUnread, measure: measureOf(terms, span) };
  if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value!);
  kept.set(key, answer);
  return answer;
}
