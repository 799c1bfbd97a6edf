import { planAddress, withQuery } from "./addresses.ts";
import type { Day } from "./domain/days.ts";

/** The addresses of reviews and variations (docs/decisions/0023). */

/** What changed of a plan since its adoption; `al`: up to a past day. */
export function variationsAddress(
  plan: string,
  al?: Day,
  asked: { tipo?: string; ambito?: string } = {},
): string {
  return withQuery(`${planAddress(plan)}/variazioni`, { ...asked, al });
}

export function reviewsAddress(): string {
  return "/fotografie";
}

export function reviewAddress(id: number): string {
  return `/fotografie/${id}`;
}

/** What is under a review: `reviewPart(3, "commenti", "4.2")`. */
export function reviewPart(id: number, ...parts: string[]): string {
  return [reviewAddress(id), ...parts.map(encodeURIComponent)].join("/");
}
