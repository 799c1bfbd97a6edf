import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import {
  asOf,
  asOfNow,
  dayAfter,
  dayInRome,
  daysBetween,
  earlierOf,
  firstDayOf,
  isDay,
  isDueOver,
  lastDayOf,
  laterOf,
  viewpointOf,
  yearOf,
} from "#app/domain/days.ts";

const ZONE = process.env.TZ;

/** Days of the plan and of its aftermath. */
const aDay = fc
  .date({ min: new Date("2021-01-01T00:00:00Z"), max: new Date("2027-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a day", () => {
  test.each(["2022-12-31", "2024-02-29", "2021-05-04"])("%s is one", (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    "2023-02-29",
    "2022-04-31",
    "2022-13-01",
    "2022-00-10",
    "2022-1-9",
    "31/12/2022",
    "2022-12-31T10:00",
    "",
    " 2022-12-31",
    "2022",
  ])("«%s» is not one", (text) => {
    expect(isDay(text)).toBe(false);
  });

  test("is the one in Rome, not the one of the moment's own zone", () => {
    expect(dayInRome("2022-12-31T22:59:59Z")).toBe("2022-12-31"); // 23.59 in Rome: winter, one hour ahead
    expect(dayInRome("2022-12-31T23:00:00Z")).toBe("2023-01-01");
    expect(dayInRome("2022-06-30T21:59:59Z")).toBe("2022-06-30"); // summer, two hours ahead
    expect(dayInRome("2022-06-30T22:00:00Z")).toBe("2022-07-01");
  });

  test("is counted whole across the change of hour", () => {
    expect(daysBetween("2022-03-26", "2022-03-28")).toBe(2); // summer time began on 27 March 2022
    expect(daysBetween("2022-10-29", "2022-10-31")).toBe(2); // and ended on 30 October
    expect(dayAfter("2022-03-26")).toBe("2022-03-27");
    expect(dayAfter("2022-03-27")).toBe("2022-03-28");
  });

  test("before another is at a negative distance", () => {
    expect(daysBetween("2022-12-31", "2022-12-01")).toBe(-30);
    expect(dayAfter("2024-03-01", -1)).toBe("2024-02-29");
  });

  test("of a year is from the first of January to the last of December", () => {
    expect([firstDayOf(2022), lastDayOf(2022), yearOf("2022-07-01")]).toEqual([
      "2022-01-01",
      "2022-12-31",
      2022,
    ]);
  });

  test("is later or earlier as its text is", () => {
    expect(laterOf("2022-09-30", "2022-10-01")).toBe("2022-10-01");
    expect(earlierOf("2022-09-30", "2022-10-01")).toBe("2022-09-30");
  });
});

describe("whatever the zone of the machine", () => {
  afterEach(() => {
    if (ZONE === undefined) delete process.env.TZ;
    else process.env.TZ = ZONE;
  });

  // Apia left out 30 December 2011, Sao Paulo had days that began at one in the morning.
  test.each([
    "UTC",
    "America/Los_Angeles",
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "Europe/Rome",
  ])("%s: days and distances are the same", (zone) => {
    process.env.TZ = zone;

    expect(dayInRome("2022-12-31T23:30:00Z")).toBe("2023-01-01");
    expect(daysBetween("2018-11-03", "2018-11-05")).toBe(2);
    expect(dayAfter("2018-11-03")).toBe("2018-11-04");
    expect(daysBetween("2011-12-29", "2011-12-31")).toBe(2);
    expect(isDay("2018-11-04")).toBe(true);
  });
});

describe("a due day", () => {
  test("is over at the end of itself, not the day before", () => {
    expect(isDueOver("2022-12-31", asOf("2022-12-30"))).toBe(false);
    expect(isDueOver("2022-12-31", asOf("2022-12-31"))).toBe(true);
  });

  test("that is today still has the evening", () => {
    expect(isDueOver("2026-10-15", asOfNow("2026-10-15"))).toBe(false);
    expect(isDueOver("2026-10-14", asOfNow("2026-10-15"))).toBe(true);
  });
});

describe("the day a page is asked for", () => {
  test("is seen at its end", () => {
    expect(viewpointOf("2022-12-31", "2026-10-15")).toEqual({ day: "2022-12-31", isOver: true });
  });

  test("is now when it is today, or when none is asked for", () => {
    const now = { day: "2026-10-15", isOver: false };

    expect(viewpointOf("2026-10-15", "2026-10-15")).toEqual(now);
    expect(viewpointOf(undefined, "2026-10-15")).toEqual(now);
  });
});

describe("properties", () => {
  test("going some days on and counting them back agree", () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: -800, max: 800 }),
        (day, days) => daysBetween(day, dayAfter(day, days)) === days,
      ),
    );
  });

  test("noon in Rome is always on the day it says", () => {
    fc.assert(fc.property(aDay, (day) => dayInRome(`${day}T11:00:00Z`) === day));
  });

  test("what is over stays over", () => {
    fc.assert(
      fc.property(aDay, aDay, fc.nat({ max: 500 }), (due, day, later) => {
        expect(isDueOver(due, asOf(dayAfter(day, later)))).toBe(
          isDueOver(due, asOf(day)) || due <= dayAfter(day, later),
        );
        if (isDueOver(due, asOfNow(day))) expect(isDueOver(due, asOf(day))).toBe(true);
      }),
    );
  });
});
