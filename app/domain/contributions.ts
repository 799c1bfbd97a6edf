/** What an office says of its part in a shared annualità (R10). */
export const CONTRIBUTION_STATUSES = [
  "to-start",
  "in-progress",
  "suspended",
  "completed",
  "not-pertinent",
] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];
