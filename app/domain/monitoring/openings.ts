import { type Day, dayAfter, firstDayOf, lastDayOf, yearOf } from "../days.ts";
import { LONGEST_TEXT } from "../status/status-steps.ts";

/** A round as the RTD wants to open it: on which day the offices say how things stand, and by when. */
export type TypedOpening = { title: string; lookedAtOn: Day; dueOn: Day; note: string };

export type OpeningRefusal =
  | "title-required"
  | "looked-at-too-far"
  | "due-in-the-past"
  | "due-before-the-day"
  | "due-too-far"
  | "note-too-long";

export type OpeningDecision =
  | { ok: true; opening: TypedOpening }
  | { ok: false; refusals: { field: keyof TypedOpening; reason: OpeningRefusal }[] };

/** How far from today a round may look or end, in days: further, a digit is wrong. */
const FARTHEST = 366;

/** How long the offices have, unless the RTD says otherwise. */
const USUAL_TERM = 15;

/**
 * Decides how a round opens: it has a title, it looks at a day within a year from today, and its term is neither past nor before that day.
 * All that is wrong is said at once.
 */
export function decideOpening(typed: TypedOpening, today: Day): OpeningDecision {
  const { title, lookedAtOn, dueOn, note } = typed;
  const isFar = (day: Day) => day > dayAfter(today, FARTHEST) || day < dayAfter(today, -FARTHEST);
  const refusals: { field: keyof TypedOpening; reason: OpeningRefusal }[] = [];
  if (title === "") refusals.push({ field: "title", reason: "title-required" });
  if (isFar(lookedAtOn)) refusals.push({ field: "lookedAtOn", reason: "looked-at-too-far" });
  if (dueOn < today) refusals.push({ field: "dueOn", reason: "due-in-the-past" });
  else if (isFar(dueOn)) refusals.push({ field: "dueOn", reason: "due-too-far" });
  else if (dueOn < lookedAtOn) refusals.push({ field: "dueOn", reason: "due-before-the-day" });
  if (note.length > LONGEST_TEXT) refusals.push({ field: "note", reason: "note-too-long" });
  return refusals.length === 0 ? { ok: true, opening: typed } : { ok: false, refusals };
}

/** How long before the end of a half-year its round may already be meant, in days. */
const SOON = 30;

/**
 * The day that a round opened today most likely looks at (R12): the last end of a half-year, or the one that comes within a month.
 *
 *     usualDay("2026-10-15") // "2026-06-30"
 */
export function usualDay(today: Day): Day {
  const soon = dayAfter(today, SOON);
  const year = yearOf(soon);
  return [lastDayOf(year), `${year}-06-30`].find((day) => day <= soon) ?? dayAfter(firstDayOf(year), -1);
}

export function usualTerm(today: Day, lookedAtOn: Day): Day {
  return dayAfter(lookedAtOn > today ? lookedAtOn : today, USUAL_TERM);
}
