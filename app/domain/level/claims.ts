/** Where a claim stands (R7): only a confirmed one acts. */
export const CLAIM_STATES = ["proposed", "confirmed", "contested", "rejected"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/**
 * Where a claim stands for whoever reads: those proposed or confirmed that are void (computed, R7) apart. Each claim stands in one of
 * them, so that counts add up.
 */
export const CLAIM_STANDS = [...CLAIM_STATES, "void"] as const;
export type ClaimStands = (typeof CLAIM_STANDS)[number];

/** What a claim does to its blocker: takes it away, or reduces it (whole → part; a part stays a part, "ridotto"). */
export const CLAIM_EFFECTS = ["full", "partial"] as const;
export type ClaimEffect = (typeof CLAIM_EFFECTS)[number];

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];
