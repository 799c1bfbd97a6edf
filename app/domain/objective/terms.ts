export type Period = "day" | "week" | "month" | "quarter" | "half-year" | "year" | "unspecified";
export type WrittenDay = {
  year: number | null;
  month: number;
  day: number;
  precision: "day" | "month" | "half-year" | "year";
};
export type Term =
  | { kind: "due"; on: WrittenDay; asWritten: string }
  | { kind: "from"; on: WrittenDay; asWritten: string }
  | { kind: "recurrence"; every: Period; asWritten: string }
  | { kind: "on-request" | "per-event" | "immediate"; asWritten: string }
  | {
      kind: "service";
      amount: number;
      unit: "hour" | "day" | "working-day" | "month";
      side: "after" | "before";
      of: string | null;
      asWritten: string;
    }
  | { kind: "condition"; asWritten: string }
  | { kind: "target"; value: number; unit: string; asWritten: string };

/** Until its grammar is here every text is unread: listed, never guessed. */
export function readTerms(planned: string): { terms: Term[]; isUnread: boolean } {
  return { terms: [], isUnread: planned.trim() !== "" };
}
