import type { Day } from "../days.ts";
import type { Term, WrittenDay } from "../written-term/term.ts";
import { lastDayOfMonth } from "../written-term/months.ts";

/**
 * The due days that the terms of a step say (R9), each once, in order. A day written without a year is of the objective's; one
 * that this year does not have, a 29 February, is none. A day of another year, where the text says so, stays of that year.
 *
 *     daysOf(readTerms("30/3-30/6").terms, 2024) // ["2024-03-30", "2024-06-30"]
 */
export function daysOf(terms: readonly Term[], year: number): Day[] {
  const days = terms.flatMap((term) => (term.kind === "due" ? dayIn(term.on, year) : []));
  return [...new Set(days)].sort();
}

function dayIn({ year, month, day, precision }: WrittenDay, objectiveYear: number): Day[] {
  const own = year ?? objectiveYear;
  const last = lastDayOfMonth(own, month);
  if (precision === "day" && day > last) return [];
  const two = (number: number) => String(number).padStart(2, "0");
  return [`${own}-${two(month)}-${two(precision === "day" ? day : last)}`];
}
