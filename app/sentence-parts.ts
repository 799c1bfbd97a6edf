import { capitalize } from "./format.ts";

/** An action as it is called. */
export type ActionName = { plan: string; code: string };

/** A piece of a sentence: words, words that matter, an action by its code or, with `year`, one of its annualità by its year. */
export type Part = string | { strong: string } | { action: ActionName; year?: number };

/** The words alone: what an export, a CSV and a title of a page have. */
export function sentenceText(parts: readonly Part[]): string {
  return parts.map(textOf).join("");
}

/** Clauses one after the other: "a, b e c", or with other words between. */
export function joined(
  clauses: readonly Part[][],
  between = ", ",
  last = between === ", " ? " e " : between,
): Part[] {
  return clauses.flatMap((clause, index) =>
    index === 0 ? clause : [index === clauses.length - 1 ? last : between, ...clause],
  );
}

export function capitalized([first, ...others]: Part[]): Part[] {
  return typeof first === "string" ? [capitalize(first), ...others] : [first!, ...others];
}

function textOf(part: Part): string {
  if (typeof part === "string") return part;
  if ("strong" in part) return part.strong;
  return part.year === undefined ? part.action.code : String(part.year);
}
