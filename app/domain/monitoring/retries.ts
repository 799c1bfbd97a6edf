/** How long to wait after each attempt that failed, in minutes: short at first, because most faults pass by themselves. */
const WAITS = [1, 5, 15, 60, 60, 60, 60];

/** How many times a reminder is tried at most. */
export const MOST_ATTEMPTS = WAITS.length + 1;

/**
 * When to try again, after so many attempts the last of which was at a moment (ISO UTC); null once it has been tried enough.
 *
 *     nextAttemptAt(1, "2026-10-15T08:00:00.000Z") // "2026-10-15T08:01:00.000Z"
 */
export function nextAttemptAt(attempts: number, lastAt: string): string | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : new Date(Date.parse(lastAt) + wait * 60_000).toISOString();
}
