/** Whether a process can be done in lavoro agile (R7), from the best to the worst; `outsourced` stands apart. */
export const LEVELS = ["yes", "in-part", "no", "outsourced"] as const;
export type Level = (typeof LEVELS)[number];

/** What the maps write, read into seven values; the text itself is kept beside. */
export const WRITTEN = [
  "yes",
  "yes-with-prerequisites",
  "partial",
  "depends",
  "no",
  "would-be-if-digital",
  "outsourced",
] as const;
export type Written = (typeof WRITTEN)[number];

const LEVEL_OF: Record<Written, Level> = {
  yes: "yes",
  "yes-with-prerequisites": "in-part",
  partial: "in-part",
  depends: "in-part",
  no: "no",
  "would-be-if-digital": "no",
  outsourced: "outsourced",
};

/** The level that a map gives a process (R7, table). */
export function writtenLevel(written: Written): Level {
  return LEVEL_OF[written];
}

const HEIGHT: Record<Level, number> = { yes: 2, "in-part": 1, no: 0, outsourced: 0 };

/** True when a level is above another. An outsourced process neither rises nor falls. */
export function isAbove(level: Level, other: Level): boolean {
  return HEIGHT[level] > HEIGHT[other];
}

/** How many processes have each level. */
export type LevelCounts = Record<Level, number>;

/** `countLevels(["yes", "no", "yes"])` says two SI, one NO. */
export function countLevels(levels: Iterable<Level>): LevelCounts {
  const counts: LevelCounts = { yes: 0, "in-part": 0, no: 0, outsourced: 0 };
  for (const level of levels) counts[level] += 1;
  return counts;
}
