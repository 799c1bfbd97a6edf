/** Whether an indicator is to rise or to fall from where it started. */
export const DIRECTIONS = ["up", "down"] as const;
export type Direction = (typeof DIRECTIONS)[number];
