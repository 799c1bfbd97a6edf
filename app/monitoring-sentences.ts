import type { Day } from "./domain/days.ts";
import { dayWith } from "./format.ts";

/**
 * What a round asks of, and as of when: one sentence for its form, its pages and its reminder. `openedOn`: the day on which it opens or was
 * opened.
 *
 *     askedWords({ lookedAtOn: "2026-06-30", openedOn: "2026-10-15", today: "2026-10-15" })
 *     // "Il giro chiede di ciò che è aperto oggi ed era cominciato entro il 30/06/2026."
 */
export function askedWords({
  lookedAtOn,
  openedOn,
  today,
}: {
  lookedAtOn: Day;
  openedOn: Day;
  today: Day;
}): string {
  const isOpen = openedOn === today ? "è aperto oggi" : `era aperto ${dayWith("il", openedOn)}`;
  const isBegun = lookedAtOn > openedOn ? "e comincia" : "ed era cominciato";
  return `Il giro chiede di ciò che ${isOpen} ${isBegun} entro ${dayWith("il", lookedAtOn)}.`;
}
