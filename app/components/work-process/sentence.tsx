import { planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Part } from "#app/sentence-parts.ts";

/** A sentence with its links: an action by its code leads to it, by a year to that annualità. */
export function Sentence({ parts, al }: { parts: readonly Part[]; al: Day | undefined }) {
  return parts.map((part, index) => <Piece key={index} part={part} al={al} />);
}

function Piece({ part, al }: { part: Part; al: Day | undefined }) {
  if (typeof part === "string") return part;
  if ("strong" in part) return <strong>{part.strong}</strong>;
  const address = planActionAddress(part.action.plan, part.action.code, al);
  return part.year === undefined ? (
    <a href={address}>{part.action.code}</a>
  ) : (
    <a href={`${address}#anno-${part.year}`}>{part.year}</a>
  );
}
