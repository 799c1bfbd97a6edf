import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareCodes,
  decideCode,
  decideWording,
  isSameWording,
  type Wording,
} from "#app/domain/edit/plan-action-edits.ts";

function aWording(varied: Partial<Wording> = {}): Wording {
  return { title: "Servizi in cloud", areaCode: "4.3", weight: 1, themes: ["cloud"], norms: [], ...varied };
}

function refusalsOf(varied: Partial<Wording>) {
  const decision = decideWording(aWording(varied), ["4.3", "4.4"]);
  return decision.ok ? [] : decision.refusals.map(({ reason }) => reason);
}

describe("the wording of an action", () => {
  test("has a title, an area of the plan and a weight above zero", () => {
    expect(refusalsOf({})).toEqual([]);
    expect(refusalsOf({ title: "" })).toEqual(["title-required"]);
    expect(refusalsOf({ areaCode: "4.99" })).toEqual(["area-unknown"]);
    expect(refusalsOf({ weight: 0 })).toEqual(["weight-not-positive"]);
    expect(refusalsOf({ weight: -0.5 })).toEqual(["weight-not-positive"]);
    expect(refusalsOf({ weight: NaN })).toEqual(["weight-not-positive"]);
    expect(refusalsOf({ weight: 0.01 })).toEqual([]);
    expect(refusalsOf({ weight: 100.01 })).toEqual(["weight-too-large"]);
  });

  test("is told all that is wrong with it at once", () => {
    expect(refusalsOf({ title: "", areaCode: "", weight: 0 })).toEqual([
      "title-required",
      "area-unknown",
      "weight-not-positive",
    ]);
  });

  test("has each norm once, none endless, not endlessly many", () => {
    const decision = decideWording(aWording({ norms: ["CAD", "CAD", "DL 179/2012"] }), ["4.3"]);

    expect(decision).toMatchObject({ ok: true, wording: { norms: ["CAD", "DL 179/2012"] } });
    expect(refusalsOf({ norms: ["a".repeat(301)] })).toEqual(["norm-too-long"]);
    expect(refusalsOf({ norms: Array.from({ length: 31 }, (_, index) => `n. ${index}`) })).toEqual([
      "too-many-norms",
    ]);
  });

  test("is the same whatever the order of themes and norms, and not with one more or less", () => {
    const one = aWording({ themes: ["cloud", "sicurezza"], norms: ["CAD", "GDPR"] });

    expect(isSameWording(one, { ...one, themes: ["sicurezza", "cloud"], norms: ["GDPR", "CAD"] })).toBe(true);
    expect(isSameWording(one, { ...one, themes: ["cloud"] })).toBe(false);
    expect(isSameWording({ ...one, themes: ["cloud"] }, one)).toBe(false);
    expect(isSameWording(one, { ...one, weight: 2 })).toBe(false);
    expect(isSameWording(one, { ...one, title: "Altro" })).toBe(false);
    expect(isSameWording(one, { ...one, areaCode: "4.4" })).toBe(false);
  });
});

describe("the code of a new action", () => {
  test.each(["4.3.7", "4.13", "1.2.3.4"])("may be %s", (code) => {
    expect(decideCode(code, ["4.3.6"])).toEqual({ ok: true, code });
  });

  test.each(["", "4", "4.3.", "4.03.7", "4.3.x", "4 3 7", "nuova", "4.3.7/..", "4.3.1234", "1.2.3.4.5"])(
    "may not be «%s»",
    (code) => {
      expect(decideCode(code, [])).toEqual({ ok: false, field: "code", reason: "code-malformed" });
    },
  );

  test("is of no other action of the plan", () => {
    expect(decideCode("4.3.6", ["4.3.6"])).toMatchObject({ ok: false, reason: "code-taken" });
  });

  test("comes where its numbers say", () => {
    const codes = ["4.3.10", "4.13.1", "4.3.9", "4.3", "4.4.1"];

    expect(codes.sort(compareCodes)).toEqual(["4.3", "4.3.9", "4.3.10", "4.4.1", "4.13.1"]);
  });

  test("has one place among all others, whichever are compared first", () => {
    const aCode = fc
      .array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 })
      .map((numbers) => numbers.join("."));

    fc.assert(
      fc.property(aCode, aCode, (one, other) => {
        expect(Math.sign(compareCodes(one, other))).toBe(-Math.sign(compareCodes(other, one)) || 0);
        expect(compareCodes(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
