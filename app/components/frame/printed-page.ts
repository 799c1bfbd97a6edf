import type { CSSProperties } from "react";
import type { Day } from "#app/domain/days.ts";
import { dayWith } from "#app/format.ts";

/**
 * What the margins of every printed page say, for `@page` in print.css: it can read no element, only what the root hands
 * down. Whose the page is and of which day; that it is the demonstration's.
 */
export function printedPage({
  entity,
  day,
  demonstrationDay,
}: {
  entity: string;
  day: Day;
  demonstrationDay: Day | null;
}): CSSProperties {
  const words = {
    "--printed-entity": entity,
    "--printed-day": `Situazione ${dayWith("al", day)}`,
    "--printed-notice": demonstrationDay
      ? "DIMOSTRATIVO: stati, giorni, provvedimenti e sblocchi sono inventati"
      : "",
  };
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, cssString(text)]));
}

/** A text as CSS writes it: whatever is in it, it ends where it ends. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}
