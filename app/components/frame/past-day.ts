import { createContext, useContext } from "react";
import type { Day } from "#app/domain/days.ts";

/**
 * What a route says of its page when it can be asked for a day (R4): `export const handle = OBEYS_DAY`. A page without it acts
 * today, or has no day: `?al=` means nothing to it, and no link carries it there (docs/decisions/0026).
 */
export const OBEYS_DAY = { obeysDay: true } as const;

export const PastDay = createContext<Day | undefined>(undefined);

/** The past day that the page around is asked for, which its links to pages that obey keep; undefined for now. */
export function usePastDay(): Day | undefined {
  return useContext(PastDay);
}
