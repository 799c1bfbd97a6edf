import { type Day, isDueOver, type Viewpoint, yearOf } from "../days.ts";
import type { DeadlineForm } from "./falling.ts";
import { READ_ON, type Verification, type Verified } from "./verifications.ts";

export const LEGAL_DEADLINES = [
  "accessibility-objectives",
  "half-year-review",
  "accessibility-statement",
  "year-end-review",
  "first-accessibility-statement",
  "digital-services-begun",
  "documents-guidelines",
  "own-credentials-end",
] as const;
export type LegalDeadlineName = (typeof LEGAL_DEADLINES)[number];

/**
 * A deadline that the law, or document 004, puts on every municipality. `on`: a day, or the month and day of every year from `since` on.
 * `isMet`: whether the source says that it was met; of the others nothing here says it, and they are never called late.
 */
export type LegalDeadline = {
  name: LegalDeadlineName;
  form: DeadlineForm;
  on: Day | { monthAndDay: string; since: number };
  isMet: boolean;
  verified: Verified;
};

/**
 * In the order of the year, then the dated ones. `accessibility-objectives` is also the one that document 004 says of every 31 March (4.8);
 * the statements of the years after the first are due by each 23 September.
 */
const FACTS: LegalDeadline[] = [
  yearly("accessibility-objectives", "03-31", { since: 2021, how: "second-hand" }),
  yearly("half-year-review", "06-30", { since: 2021, how: "own-choice" }),
  yearly("accessibility-statement", "09-23", { since: 2021, how: "second-hand" }),
  yearly("year-end-review", "12-31", { since: 2021, how: "own-choice" }),
  dated("first-accessibility-statement", "2020-09-23", { how: "second-hand", isMet: true }),
  dated("digital-services-begun", "2021-02-28", { how: "text" }),
  dated("documents-guidelines", "2021-06-07", { how: "second-hand" }),
  dated("own-credentials-end", "2021-09-30", { how: "second-hand", form: "from" }),
];

/** Every deadline of the law that is known here, with what it stands on. */
export function legalDeadlines(): readonly LegalDeadline[] {
  return FACTS;
}

/** A deadline of the law in a year, on its day. `isOver`: a day by which something was due is behind us; whether it was done, nothing here says. */
export type LegalDay = Omit<LegalDeadline, "on"> & { day: Day; isOver: boolean };

/**
 * The deadlines of the law that fall in a year, in order.
 *
 *     legalDaysOf(2021, at) // 28/2, 31/3, 7/6, 30/6, 23/9, from 30/9, 31/12
 */
export function legalDaysOf(year: number, at: Viewpoint): LegalDay[] {
  return FACTS.flatMap(({ on, ...fact }) => {
    const day = dayIn(on, year);
    return day === undefined ? [] : [{ ...fact, day, isOver: fact.form === "by" && isDueOver(day, at) }];
  }).sort((a, b) => a.day.localeCompare(b.day));
}

function dayIn(on: LegalDeadline["on"], year: number): Day | undefined {
  if (typeof on === "string") return yearOf(on) === year ? on : undefined;
  return year >= on.since ? `${year}-${on.monthAndDay}` : undefined;
}

function yearly(
  name: LegalDeadlineName,
  monthAndDay: string,
  { since, how }: { since: number; how: Verification },
): LegalDeadline {
  return { name, form: "by", on: { monthAndDay, since }, isMet: false, verified: { on: READ_ON, how } };
}

function dated(
  name: LegalDeadlineName,
  on: Day,
  { how, form = "by", isMet = false }: { how: Verification; form?: DeadlineForm; isMet?: boolean },
): LegalDeadline {
  return { name, form, on, isMet, verified: { on: READ_ON, how } };
}
