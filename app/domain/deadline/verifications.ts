import type { Day } from "../days.ts";

/**
 * How what is said of a law was verified: read in its text, read in what others write of it, or neither, because no norm sets the day and
 * the municipality does.
 */
export type Verification = "text" | "second-hand" | "own-choice";

/** When and how: a fact about what Rotta is made from, of no demonstration and of no day looked at. */
export type Verified = { on: Day; how: Verification };

/** The day on which the sources were read for Rotta. */
export const READ_ON: Day = "2026-11-21";
