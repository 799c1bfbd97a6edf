/** Where a claim stands (R7): only a confirmed one acts. */
export const CLAIM_STATES = ["proposed", "confirmed", "contested", "rejected"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What a claim does to its blocker: takes it away, or reduces it (whole → part; a part stays a part, "ridotto"). */
export const CLAIM_EFFECTS = ["full", "partial"] as const;
export type ClaimEffect = (typeof CLAIM_EFFECTS)[number];

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];
