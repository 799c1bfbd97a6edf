import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEntry, calendarResponse, calendarText } from "#app/outside/calendar.server.ts";

const STAMP = "2026-10-15T08:30:00.000Z";

function anEntry(entry: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: "annualita-7@rotta.example",
    day: "2026-12-31",
    summary: "4.3.6, 2026",
    description: "Servizi in rete",
    address: "https://rotta.example/piani/2024-2026/azioni/4.3.6",
    ...entry,
  };
}

/** The events of a file, as a library that did not write it reads them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    start: String(event.getFirstPropertyValue("dtstart")),
    summary: event.getFirstPropertyValue("summary"),
    description: event.getFirstPropertyValue("description"),
    url: event.getFirstPropertyValue("url"),
    stamp: String(event.getFirstPropertyValue("dtstamp")),
  }));
}

const HOSTILE =
  'a,b;c\\d:e "f"\nBEGIN:VEVENT\r\nSUMMARY:falso\rX-ALTRO:1\u0000\u0007 perché – “così” 😀 àèìòù';

describe("a calendar, read by another library", () => {
  test("has whole days with their names, words and addresses", () => {
    const entries = [anEntry(), anEntry({ uid: "legge-1@rotta.example", day: "2027-02-28" })];

    expect(eventsOf(calendarText(entries, STAMP))).toEqual([
      {
        uid: "annualita-7@rotta.example",
        start: "2026-12-31",
        summary: "4.3.6, 2026",
        description: "Servizi in rete",
        url: "https://rotta.example/piani/2024-2026/azioni/4.3.6",
        stamp: "2026-10-15T08:30:00Z",
      },
      expect.objectContaining({ uid: "legge-1@rotta.example", start: "2027-02-28" }),
    ]);
  });

  test("keeps texts texts, whatever they hold: no event and no property is made by who writes a title", () => {
    const [event, ...others] = eventsOf(
      calendarText([anEntry({ summary: HOSTILE, description: HOSTILE })], STAMP),
    );

    expect(others).toEqual([]);
    expect(event!.summary).toBe(
      'a,b;c\\d:e "f" BEGIN:VEVENT SUMMARY:falso X-ALTRO:1   perché – “così” 😀 àèìòù',
    );
    expect(event!.description).toBe(
      'a,b;c\\d:e "f"\nBEGIN:VEVENT\nSUMMARY:falso\nX-ALTRO:1   perché – “così” 😀 àèìòù',
    );
  });

  test("gives back any text", () => {
    const letters = fc.string({ unit: "grapheme", maxLength: 300 }).filter((text) => !/[\p{Cc}]/u.test(text));
    fc.assert(
      fc.property(letters, (text) => {
        const [event] = eventsOf(calendarText([anEntry({ description: `${text}.` })], STAMP));
        expect(event!.description).toBe(`${text}.`);
      }),
    );
  });

  test("is well formed without anything in it", () => {
    expect(eventsOf(calendarText([], STAMP))).toEqual([]);
  });
});

describe("a calendar, by hand", () => {
  const text = calendarText([anEntry({ summary: HOSTILE, description: `${"perché ".repeat(60)}` })], STAMP);
  const lines = text.split("\r\n");

  test("ends every line with CR and LF, and holds neither alone", () => {
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(lines[0]).toBe("BEGIN:VCALENDAR");
    expect(lines.filter((line) => line !== "").at(-1)).toBe("END:VCALENDAR");
  });

  test("folds its lines at 75 octets", () => {
    const sizes = lines.map((line) => Buffer.byteLength(line));

    expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(5);
  });

  test("escapes commas, semicolons, backslashes and new lines", () => {
    const unfolded = text.replaceAll("\r\n ", "");

    expect(unfolded).toContain("SUMMARY:a\\,b\\;c\\\\d:e");
    expect(unfolded.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(unfolded).not.toMatch(/^X-ALTRO/m);
  });

  test("says a day as a day, in no time zone", () => {
    expect(text).toContain("DTSTART;VALUE=DATE:20261231\r\n");
    expect(text).toContain("DTSTAMP:20261015T083000Z\r\n");
  });
});

test("is sent as a calendar that nobody keeps and that betrays no address", () => {
  const { headers } = calendarResponse([anEntry()], STAMP);

  expect(headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(headers.get("Cache-Control")).toBe("private, no-store");
  expect(headers.get("Referrer-Policy")).toBe("no-referrer");
});
