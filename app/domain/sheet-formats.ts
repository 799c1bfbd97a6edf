/** The formats in which a list leaves, as its address ends (docs/decisions/0021). */
export const SHEET_FORMATS = ["csv", "xlsx", "ods"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
