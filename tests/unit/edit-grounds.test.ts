import { describe, expect, test } from "vitest";
import { decideGrounds } from "#app/domain/edit/edit-grounds.ts";

const typed = { reason: "riorganizzazione", actOrgan: "", actNumber: "", actOn: null };
const act = { actOrgan: "Giunta comunale", actNumber: "12", actOn: "2026-10-01" };
const adopted = { isAdopted: true, today: "2026-10-15" };

describe("an edit of an adopted plan", () => {
  test("needs a reason, and no act", () => {
    expect(decideGrounds(typed, adopted)).toEqual({
      ok: true,
      grounds: { reason: "riorganizzazione", act: null },
    });
    expect(decideGrounds({ ...typed, reason: "" }, adopted)).toEqual({
      ok: false,
      field: "reason",
      reason: "reason-required",
    });
  });

  test("names its act whole, or not at all", () => {
    expect(decideGrounds({ ...typed, ...act }, adopted)).toEqual({
      ok: true,
      grounds: {
        reason: "riorganizzazione",
        act: { organ: "Giunta comunale", number: "12", on: "2026-10-01" },
      },
    });
    for (const [field, empty] of Object.entries({ actOrgan: "", actNumber: "", actOn: null }))
      expect(decideGrounds({ ...typed, ...act, [field]: empty }, adopted)).toEqual({
        ok: false,
        field,
        reason: "act-incomplete",
      });
  });

  test("is not made by an act of tomorrow; by one of today it is", () => {
    const on = (actOn: string) => decideGrounds({ ...typed, ...act, actOn }, adopted);

    expect(on("2026-10-16")).toMatchObject({ ok: false, field: "actOn", reason: "act-in-the-future" });
    expect(on("2026-10-15").ok).toBe(true);
  });
});

test("before adoption nobody asks why, and what was typed counts for nothing", () => {
  expect(decideGrounds({ ...typed, ...act }, { ...adopted, isAdopted: false })).toEqual({
    ok: true,
    grounds: { reason: "", act: null },
  });
});
