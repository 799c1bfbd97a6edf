/** How often, as a text says it. `unspecified`: again and again, but not how often ("verifica periodica", "continuativa"). */
export type Period =
  "day" | "week" | "month" | "two-months" | "quarter" | "four-months" | "half-year" | "year" | "unspecified";

/** What a text says of a day: the day, or the month or the part of a year at whose end it is. */
export type Precision = "day" | "month" | "two-months" | "quarter" | "four-months" | "half-year" | "year";

/** A day as a text says it: without a year where the text has none. Of what is longer than a day, it is the last one. */
export type WrittenDay = { year: number | null; month: number; day: number; precision: Precision };

export type ServiceUnit = "hour" | "day" | "working-day" | "month";

/** What a term says, without its words. */
export type Said =
  | { kind: "due"; on: WrittenDay }
  | { kind: "from"; on: WrittenDay }
  | { kind: "recurrence"; every: Period }
  | { kind: "on-request" | "per-event" | "immediate" }
  | { kind: "service"; amount: number; unit: ServiceUnit; side: "after" | "before"; of: string | null }
  | { kind: "condition" }
  | { kind: "target"; value: number; unit: string };

/** A term of a step (R9), with the words that say it. `from` can never be late; `of` is the event from which a service time runs. */
export type Term = Said & { asWritten: string };
