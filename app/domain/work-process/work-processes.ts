/** How risky a map finds it to do a process in lavoro agile, apart from the letter in its code. */
export const RISKS = ["low", "medium", "high"] as const;
export type Risk = (typeof RISKS)[number];

/** A column of a row of a map, as written; `resolved`: what a ditto mark ("c.s.") stands for. */
export type ColumnAsWritten = { column: string; text: string; resolved: string | null };

/**
 * What was noted of how a row was read. `hidden-condition`: what a level SI supposes; `discrepancy`: where the map does not agree with itself;
 * `reading`: how it was understood.
 */
export const REMARK_KINDS = ["discrepancy", "hidden-condition", "reading"] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];
