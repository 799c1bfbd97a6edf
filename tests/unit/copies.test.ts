import { describe, expect, test } from "vitest";
import {
  copiesAmong,
  copiesToDrop,
  copyName,
  isCopyDue,
  isCopyOverdue,
  lastCopyDay,
} from "#app/domain/copies.ts";
import { dayAfter } from "#app/domain/days.ts";

/** A copy a day, for so many days, the last one on 31/12/2026 (a Thursday). */
function dailyCopies(days: number): string[] {
  return Array.from(
    { length: days },
    (_, index) => `rotta-${dayAfter("2026-12-31", index + 1 - days)}-030000.sqlite`,
  );
}

function keptOf(names: string[]): string[] {
  const dropped = new Set(copiesToDrop(names));
  return names.filter((name) => !dropped.has(name)).map((name) => name.slice(6, 16));
}

describe("a copy", () => {
  test("is named after the day and the time in Rome", () => {
    expect(copyName("2026-11-21T02:05:09.123Z")).toBe("rotta-2026-11-21-030509.sqlite");
    expect(copyName("2026-06-30T22:30:00Z")).toBe("rotta-2026-07-01-003000.sqlite");
  });

  test("is told from whatever else lies in the folder", () => {
    const names = [
      "rotta-2026-01-02-030000.sqlite",
      "rotta.sqlite",
      "rotta-2026-01-01-030000.sqlite",
      "appunti.txt",
    ];

    expect(copiesAmong([...names, "rotta-2026-01-03-030000.sqlite.parziale"])).toEqual([
      "rotta-2026-01-01-030000.sqlite",
      "rotta-2026-01-02-030000.sqlite",
    ]);
    expect(lastCopyDay(names)).toBe("2026-01-02");
    expect(lastCopyDay(["rotta.sqlite"])).toBeUndefined();
  });

  test("is due once a day", () => {
    expect(isCopyDue([], "2026-01-03")).toBe(true);
    expect(isCopyDue(["rotta-2026-01-02-235959.sqlite"], "2026-01-03")).toBe(true);
    expect(isCopyDue(["rotta-2026-01-03-000001.sqlite"], "2026-01-03")).toBe(false);
  });
});

test("copies are overdue when a whole day went by without one", () => {
  expect(isCopyOverdue(["rotta-2026-01-02-030000.sqlite"], "2026-01-03")).toBe(false);
  expect(isCopyOverdue(["rotta-2026-01-01-030000.sqlite"], "2026-01-03")).toBe(true);
  expect(isCopyOverdue([], "2026-01-03")).toBe(true);
});

describe("of a year of daily copies", () => {
  test("the last seven days stay, then the last of each of four weeks, then of each of twelve months", () => {
    expect(keptOf(dailyCopies(400))).toEqual([
      ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"],
      ...["2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30"],
      ...["2026-12-13", "2026-12-20"],
      ...["2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"],
    ]);
  });

  test("the newest of a day stands for it", () => {
    const twice = ["rotta-2026-12-31-030000.sqlite", "rotta-2026-12-31-090000.sqlite"];

    expect(copiesToDrop(twice)).toEqual(["rotta-2026-12-31-030000.sqlite"]);
  });

  test("the years in which the machine was off cost no copy", () => {
    const old = ["rotta-2020-03-01-030000.sqlite", "rotta-2020-03-02-030000.sqlite"];

    expect(copiesToDrop([...old, "rotta-2026-12-31-030000.sqlite"])).toEqual([]);
  });

  test("nothing goes that is not a copy", () => {
    expect(copiesToDrop(["rotta.sqlite", "rotta-2020.sqlite", ...dailyCopies(7)])).toEqual([]);
  });
});
