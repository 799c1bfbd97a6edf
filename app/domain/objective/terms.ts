import { citations, lengthOfCode } from "../written-term/citations.ts";
import { dayTerms } from "../written-term/day-terms.ts";
import { atOnce, conditions, onRequest, perEvent } from "../written-term/occasions.ts";
import { asWritten, type Found, type Grammar, passagesOf, without } from "../written-term/passages.ts";
import { hasOtherRhythm, recurrences } from "../written-term/recurrences.ts";
import { serviceTimes } from "../written-term/service-times.ts";
import { targets } from "../written-term/targets.ts";
import type { Term } from "../written-term/term.ts";
import { hasDay, hasDayOfPeriod } from "../written-term/written-days.ts";

export type { Period, Term, WrittenDay } from "../written-term/term.ts";

/** Each reads what those before it have left: the number of a law is no day, "30 giorni dal 31/12" is no due day. */
const GRAMMARS: Grammar[] = [
  citations,
  serviceTimes,
  dayTerms,
  recurrences,
  targets,
  atOnce,
  onRequest,
  perEvent,
  conditions,
];

/** The terms that take in all the words of what they depend on. */
const WITH_EVENT: readonly Term["kind"][] = ["service", "per-event", "condition"];

/**
 * What a programmato says about when (R9), in the order of its words. Only what is written is read: of a text that says nothing
 * that these rules know, nothing is supposed. `isUnread`: such a text, or one with a day or a rhythm that was not understood, for a person to look at.
 *
 *     readTerms("1.10 Entro il 31.12.2024.").terms // [{ kind: "due", on: { year: 2024, month: 12, day: 31, … }, … }]
 */
export function readTerms(planned: string): { terms: Term[]; isUnread: boolean } {
  const passages = passagesOf(planned);
  const code = lengthOfCode(passages.signs);
  let left = " ".repeat(code) + passages.signs.slice(code);
  const found: Found[] = [];
  for (const grammar of GRAMMARS) {
    const more = grammar(left, (from, to) => asWritten(planned, passages, from, to));
    found.push(...more);
    left = without(left, more);
  }
  const terms = found
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to, says }) =>
      says ? [{ ...says, asWritten: asWritten(planned, passages, from, to) }] : [],
    );
  const isSilent = terms.length === 0 && planned.trim() !== "";
  return { terms, isUnread: isSilent || hasDay(left) || isPassedOver(passages.signs, found) };
}

/** True where a day is within the words of an event or of a condition, or a rhythm is none of those that are known. */
function isPassedOver(signs: string, found: readonly Found[]): boolean {
  const cited = without(
    signs,
    found.filter(({ says }) => says === null),
  );
  const withEvent = found.filter(({ says }) => says !== null && WITH_EVENT.includes(says.kind));
  const rhythms = found.filter(({ says }) => says?.kind === "recurrence");
  return (
    withEvent.some(({ from, to }) => hasDay(cited.slice(from, to))) ||
    hasDayOfPeriod(cited) ||
    hasOtherRhythm(without(cited, rhythms))
  );
}
