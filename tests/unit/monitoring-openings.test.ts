import { describe, expect, test } from "vitest";
import { decideOpening, usualDay, usualTerm } from "#app/domain/monitoring/openings.ts";

const TODAY = "2026-10-15";
const OPENING = { title: "Monitoraggio", lookedAtOn: "2026-06-30", dueOn: "2026-10-30", note: "" };

function reasonsOf(varied: Partial<typeof OPENING>) {
  const decision = decideOpening({ ...OPENING, ...varied }, TODAY);
  return decision.ok ? [] : decision.refusals.map(({ field, reason }) => `${field} ${reason}`);
}

describe("a round", () => {
  test("opens with a title and a term that is today or later", () => {
    expect(decideOpening(OPENING, TODAY)).toEqual({ ok: true, opening: OPENING });
    expect(reasonsOf({ dueOn: TODAY })).toEqual([]);
  });

  test("is refused with all that is wrong at once", () => {
    expect(reasonsOf({ title: "", dueOn: "2026-10-14" })).toEqual([
      "title title-required",
      "dueOn due-in-the-past",
    ]);
  });

  test("does not end before the day that it looks at, nor a year away", () => {
    expect(reasonsOf({ lookedAtOn: "2026-12-31" })).toEqual(["dueOn due-before-the-day"]);
    expect(reasonsOf({ dueOn: "2028-01-01" })).toEqual(["dueOn due-too-far"]);
    expect(reasonsOf({ lookedAtOn: "2022-06-30" })).toEqual(["lookedAtOn looked-at-too-far"]);
  });

  test("has a note that can be read", () => {
    expect(reasonsOf({ note: "a".repeat(2001) })).toEqual(["note note-too-long"]);
  });
});

test.each([
  ["2026-10-15", "2026-06-30"],
  ["2026-05-31", "2026-06-30"],
  ["2026-05-30", "2025-12-31"],
  ["2026-12-01", "2026-12-31"],
  ["2027-01-10", "2026-12-31"],
  ["2026-06-30", "2026-06-30"],
])("opened on %s looks, most likely, at %s", (today, day) => {
  expect(usualDay(today)).toBe(day);
});

test("the offices have a fortnight, from today or from the day looked at", () => {
  expect(usualTerm("2026-10-15", "2026-06-30")).toBe("2026-10-30");
  expect(usualTerm("2026-12-01", "2026-12-31")).toBe("2027-01-15");
});
