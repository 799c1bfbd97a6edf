import { expect, test } from "vitest";
import { dayInRome, momentOn } from "#app/domain/days.ts";

test.each([
  ["2026-11-21T08:03:00.000Z", "2026-10-15T07:03:00.000Z", "9:03 on a winter machine is 9:03 in summer"],
  [
    "2026-11-21T23:30:00.000Z",
    "2026-10-14T22:30:00.000Z",
    "half past midnight in Rome belongs to the day itself",
  ],
  ["2026-07-01T21:59:59.000Z", "2026-10-15T21:59:59.000Z", "a second before midnight, too"],
])("at %s the demonstration's 15/10/2026 is at %s: %s", (machine, moment) => {
  expect(momentOn("2026-10-15", machine)).toBe(moment);
  expect(dayInRome(momentOn("2026-10-15", machine))).toBe("2026-10-15");
});
