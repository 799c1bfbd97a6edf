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

/** When the old copies are taken away: the end of the last day of `dailyCopies`. */
const NIGHT = "2026-12-31T22:59:00.000Z";

/** A copy a day, for so many days, the last one on 31/12/2026 (a Thursday). */
function dailyCopies(days: number): string[] {
  return Array.from(
    { length: days },
    (_, index) => `rotta-${dayAfter("2026-12-31", index + 1 - days)}-030000.sqlite`,
  );
}

function keptOf(names: string[]): string[] {
  const dropped = new Set(copiesToDrop(names, NIGHT));
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
    expect(lastCopyDay(names, "2026-01-03")).toBe("2026-01-02");
    expect(lastCopyDay(["rotta.sqlite"], "2026-01-03")).toBeUndefined();
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

    expect(copiesToDrop(twice, NIGHT)).toEqual(["rotta-2026-12-31-030000.sqlite"]);
  });

  test("the years in which the machine was off cost no copy", () => {
    const old = ["rotta-2020-03-01-030000.sqlite", "rotta-2020-03-02-030000.sqlite"];

    expect(copiesToDrop([...old, "rotta-2026-12-31-030000.sqlite"], NIGHT)).toEqual([]);
  });

  test("nothing goes that is not a copy", () => {
    expect(copiesToDrop(["rotta.sqlite", "rotta-2020.sqlite", ...dailyCopies(7)], NIGHT)).toEqual([]);
  });
});

describe("a copy that is dated ahead, because the clock of the machine was once wrong", () => {
  const ahead = "rotta-2027-03-01-030000.sqlite";

  test("stands for no day until its own has come: the copy of today is due, and may be overdue", () => {
    const names = ["rotta-2026-12-29-030000.sqlite", ahead];

    expect(lastCopyDay(names, "2026-12-31")).toBe("2026-12-29");
    expect(isCopyDue(names, "2026-12-31")).toBe(true);
    expect(isCopyOverdue(names, "2026-12-31")).toBe(true);
    expect(isCopyDue(["rotta-2026-12-31-030000.sqlite", ahead], "2026-12-31")).toBe(false);
    expect(lastCopyDay([ahead], "2026-12-31")).toBeUndefined();
    expect(isCopyDue([ahead], "2027-03-01")).toBe(false);
  });

  test("is not taken away, and takes the place of none that is kept", () => {
    const daily = dailyCopies(400);

    expect(copiesToDrop([...daily, ahead, "rotta-2026-12-31-235959.sqlite"], NIGHT)).toEqual(
      copiesToDrop(daily, NIGHT),
    );
  });
});
