/** What of a draft goes with a choice that is taken back. */
export type Undone = "nothing" | "year" | "action";

/** What a draft holds of an action: the years planned, and what is chosen to be carried over into each. */
export type DraftAction = {
  years: readonly number[];
  carriedInto: readonly { source_id: number; target_year: number }[];
};

/**
 * What the RTD may take off the draft when an annualità is no longer to be carried over into a year of it (R1): the year, unless
 * something else is carried over into it; the action with it, where that is its only year. Reopening an annualità withdraws its
 * target by the same rule; here nobody guesses who else wanted it: the RTD is asked.
 *
 *     undoneBy(7, 2027, { years: [2027, 2028], carriedInto: [{ source_id: 7, target_year: 2027 }] })
 *     // "year"
 */
export function undoneBy(sourceId: number, year: number, { years, carriedInto }: DraftAction): Undone {
  const isAwaited = carriedInto.some((one) => one.target_year === year && one.source_id !== sourceId);
  if (isAwaited || !years.includes(year)) return "nothing";
  return years.length > 1 ? "year" : "action";
}
