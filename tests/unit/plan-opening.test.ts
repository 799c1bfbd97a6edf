import { describe, expect, test } from "vitest";
import {
  type AskedPlan,
  decideOpening,
  type OpeningRefusal,
  proposedYears,
} from "#app/domain/triennium/plan-opening.ts";

const PLANS = [
  { code: "2021-2023", last_year: 2023 },
  { code: "2024-2026", last_year: 2026 },
];
const ASKED: AskedPlan = { code: "2027-2029", title: "Piano 2027-2029", firstYear: 2027, lastYear: 2029 };

function opening(varied: Partial<AskedPlan>, targetYears: number[] = []) {
  return decideOpening({ ...ASKED, ...varied }, { plans: PLANS, targetYears });
}

describe("a plan", () => {
  test("is opened after the last one, with what is carried over in its years", () => {
    expect(opening({}, [2027, 2028, 2029])).toEqual({ ok: true });
    expect(opening({ firstYear: 2027, lastYear: 2027 })).toEqual({ ok: true });
    expect(decideOpening(ASKED, { plans: [], targetYears: [] })).toEqual({ ok: true });
  });

  test.each<[Partial<AskedPlan>, keyof AskedPlan, OpeningRefusal]>([
    [{ code: "" }, "code", "code-required"],
    [{ code: "piano/2027" }, "code", "code-malformed"],
    [{ code: "-2027" }, "code", "code-malformed"],
    [{ code: "nuovo" }, "code", "code-malformed"],
    [{ code: "2021-2023" }, "code", "code-taken"],
    [{ title: "" }, "title", "title-required"],
    [{ firstYear: NaN }, "firstYear", "year-not-a-year"],
    [{ firstYear: 1999 }, "firstYear", "year-not-a-year"],
    [{ firstYear: 2026 }, "firstYear", "not-after-the-last-plan"],
    [{ lastYear: NaN }, "lastYear", "year-not-a-year"],
    [{ lastYear: 2101 }, "lastYear", "year-not-a-year"],
    [{ lastYear: 2026 }, "lastYear", "years-reversed"],
    [{ lastYear: 2037 }, "lastYear", "too-many-years"],
  ])("asked for as %j is refused at %s: %s", (varied, field, reason) => {
    expect(opening(varied)).toEqual({ ok: false, field, reason });
  });

  test.each([2026, 2030, NaN])("carries nothing over into %d, which is not a year of its own", (year) => {
    expect(opening({}, [2027, year])).toEqual({
      ok: false,
      field: "carried",
      reason: "target-outside-the-plan",
    });
  });

  test("is proposed for three years after the last one or, where there is none, from this year on", () => {
    expect(proposedYears(PLANS, 2026)).toEqual({ firstYear: 2027, lastYear: 2029 });
    expect(proposedYears([], 2026)).toEqual({ firstYear: 2026, lastYear: 2028 });
  });
});
