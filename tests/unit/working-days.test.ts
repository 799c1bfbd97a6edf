import { describe, expect, test } from "vitest";
import { type Day, dayAfter } from "#app/domain/days.ts";
import { afterWorkingDays, easterOf, isDayOff } from "#app/domain/working-days.ts";

/** The Paschal full moons of the golden numbers 1–19, as tables print them for 1900–2199. */
const FULL_MOONS =
  "04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27".split(
    " ",
  );

const SUNDAY = "2023-01-01";

describe("Easter", () => {
  test.each([
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2076-04-19",
  ])("falls on %s", (day) => {
    expect(easterOf(Number(day.slice(0, 4)))).toBe(day);
  });

  test("is the Sunday after the full moon that the tables give, in every year that is kept", () => {
    for (let year = 2000; year <= 2100; year += 1) {
      expect(easterOf(year)).toBe(sundayAfter(`${year}-${FULL_MOONS[year % 19]}`));
    }
  });
});

describe("a day off", () => {
  test.each([
    ["2024-01-01", "Capodanno"],
    ["2025-01-06", "Epifania"],
    ["2024-04-01", "lunedì dell’Angelo"],
    ["2026-04-06", "lunedì dell’Angelo"],
    ["2025-04-25", "Liberazione"],
    ["2025-05-01", "festa del lavoro"],
    ["2025-06-02", "festa della Repubblica"],
    ["2025-08-15", "Assunzione"],
    ["2027-11-01", "Ognissanti"],
    ["2025-12-08", "Immacolata"],
    ["2024-12-25", "Natale"],
    ["2024-12-26", "santo Stefano"],
  ])("is %s, %s", (day) => {
    expect(isDayOff(day)).toBe(true);
  });

  test("is any Saturday and any Sunday", () => {
    expect(["2026-10-16", "2026-10-17", "2026-10-18", "2026-10-19"].map(isDayOff)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("is 4 October from 2026 on", () => {
    const fourths = ["2023", "2024", "2027", "2028", "2029", "2030"].map((year) => `${year}-10-04`);

    // A Wednesday and a Friday before the law; then a Monday, a Wednesday, a Thursday and a Friday.
    expect(fourths.map(isDayOff)).toEqual([false, false, true, true, true, true]);
  });

  test("is not an ordinary day: the Friday before Easter, 24 and 31 December, 2 November", () => {
    expect(["2026-04-03", "2024-12-24", "2024-12-31", "2026-11-02"].filter(isDayOff)).toEqual([]);
  });
});

describe("so many working days after a day", () => {
  test("the day from which they are counted is not one of them", () => {
    expect(afterWorkingDays("2024-12-18", 2)).toBe("2024-12-20");
  });

  test("leave out Christmas, the weekend and the first of the year", () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((count) => afterWorkingDays("2024-12-24", count))).toEqual([
      "2024-12-27",
      "2024-12-30",
      "2024-12-31",
      "2025-01-02",
      "2025-01-03",
      "2025-01-07",
      "2025-01-08",
    ]);
  });

  test("ten after 31 March 2024, which is Easter", () => {
    expect(afterWorkingDays("2024-03-31", 10)).toBe("2024-04-15");
  });

  test("are counted backwards, too", () => {
    expect(afterWorkingDays("2025-01-07", -3)).toBe("2024-12-31");
    expect(afterWorkingDays("2026-10-19", -1)).toBe("2026-10-16");
  });

  test("none is the day itself, be it a feast", () => {
    expect(afterWorkingDays("2024-12-25", 0)).toBe("2024-12-25");
  });
});

function sundayAfter(moon: Day): Day {
  const isSunday = (day: Day) => (Date.parse(day) - Date.parse(SUNDAY)) % (7 * 86_400_000) === 0;
  let day = dayAfter(moon);
  while (!isSunday(day)) day = dayAfter(day);
  return day;
}
