import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Day } from "#app/domain/days.ts";

/**
 * What a calendar says of a day. `uid` names it for good: whoever reads the calendar again knows it for the same, also where its day or
 * its words have changed. `address` is whole, `https://…`.
 */
export type CalendarEntry = { uid: string; day: Day; summary: string; description: string; address: string };

/** How often a calendar program is asked to come back, in seconds. */
const COME_BACK_AFTER = 6 * 3600;

/** Whole days as an iCalendar file (RFC 5545), stamped with a moment (ISO UTC). They do not make whoever keeps them busy. */
export function calendarText(entries: readonly CalendarEntry[], stampedAt: string): string {
  const calendar = ical({
    name: "Scadenze di Rotta",
    prodId: "//Rotta//Scadenze//IT",
    method: ICalCalendarMethod.PUBLISH,
    ttl: COME_BACK_AFTER,
  });
  for (const { uid, day, summary, description, address } of entries) {
    calendar.createEvent({
      id: uid,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(stampedAt),
      summary: withoutControls(summary).replaceAll("\n", " "),
      description: withoutControls(description),
      url: address,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** Signs that no iCalendar text may hold (RFC 5545, 3.3.11), and that people paste without seeing them. */
function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
}

/** A calendar for whoever has its address, for nobody to keep: no cache, no search engine, no trace of the address elsewhere. */
export function calendarResponse(entries: readonly CalendarEntry[], stampedAt: string): Response {
  return new Response(calendarText(entries, stampedAt), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="scadenze.ics"',
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex, nofollow",
    },
  });
}
