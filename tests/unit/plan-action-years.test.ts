import { describe, expect, test } from "vitest";
import {
  type AskedYear,
  decideYears,
  hasYears,
  type StandingYear,
  type YearsContext,
} from "#app/domain/edit/plan-action-years.ts";

function planned(year: number, dueOn: string | null = null): StandingYear {
  return { year, dueOn, isPlanned: true };
}

function aContext(varied: Partial<YearsContext> = {}): YearsContext {
  const plan = { first_year: 2021, last_year: 2023, adopted_on: "2021-05-04" };
  return { plan, standing: [planned(2021)], carriedInto: [], unknownYearCount: 0, ...varied };
}

const DRAFT = { first_year: 2021, last_year: 2023, adopted_on: null };

function decide(years: AskedYear[], varied: Partial<YearsContext> = {}, clarifies = false) {
  return decideYears({ years, clarifies }, aContext(varied));
}

describe("on an adopted plan a year", () => {
  test("is added; those that are there stay", () => {
    expect(decide([{ year: 2022, dueOn: "2022-06-30" }])).toEqual({
      ok: true,
      change: {
        added: [{ year: 2022, dueOn: "2022-06-30" }],
        removed: [],
        moved: [],
        unknownYearCount: 0,
      },
    });
  });

  test.each([2020, 2024, 99999])("is one of the plan's: not %i", (year) => {
    expect(decide([{ year, dueOn: null }])).toMatchObject({ reason: "year-outside-the-plan", year });
  });

  test("is not added twice, nor where a rescheduling made one", () => {
    const made = { year: 2022, dueOn: null, isPlanned: false };

    expect(decide([{ year: 2021, dueOn: null }])).toMatchObject({ reason: "year-already-there", year: 2021 });
    expect(decide([{ year: 2022, dueOn: null }], { standing: [made] })).toMatchObject({
      reason: "year-already-there",
    });
  });

  test("is due in its year or later, and at its end when nothing is said", () => {
    expect(decide([{ year: 2022, dueOn: "2021-12-31" }])).toMatchObject({
      field: "due",
      reason: "due-before-the-year",
      year: 2022,
    });
    expect(decide([{ year: 2022, dueOn: "2023-03-31" }]).ok).toBe(true);
    expect(decide([{ year: 2022, dueOn: "2032-12-31" }]).ok).toBe(true);
    expect(decide([{ year: 2022, dueOn: "2033-01-01" }])).toMatchObject({
      field: "due",
      reason: "due-too-far",
      year: 2022,
    });
    expect(decide([{ year: 2022, dueOn: "2022-12-31" }])).toMatchObject({
      change: { added: [{ year: 2022, dueOn: null }] },
    });
  });
});

describe("annualità whose years the document does not say", () => {
  test("are fewer by those added to clarify them, and as many where a year is added for itself", () => {
    const two = { standing: [], unknownYearCount: 2 };

    expect(decide([{ year: 2022, dueOn: null }], two, true)).toMatchObject({
      change: { unknownYearCount: 1 },
    });
    expect(decide([{ year: 2022, dueOn: null }], two)).toMatchObject({ change: { unknownYearCount: 2 } });
    const all = [2021, 2022, 2023].map((year) => ({ year, dueOn: null }));
    expect(decide(all, two, true)).toMatchObject({ change: { unknownYearCount: 0 } });
  });

  test("are not clarified by adding nothing", () => {
    expect(decide([], { unknownYearCount: 2 }, true)).toMatchObject({ reason: "nothing-to-clarify" });
  });
});

describe("before adoption", () => {
  const standing = [planned(2021), planned(2022, "2022-06-30")];

  test("the form says all the years: what it leaves out is taken off, due days are moved in place", () => {
    const asked = [
      { year: 2022, dueOn: "2022-09-30" },
      { year: 2023, dueOn: null },
    ];

    expect(decide(asked, { plan: DRAFT, standing })).toEqual({
      ok: true,
      change: {
        added: [{ year: 2023, dueOn: null }],
        removed: [2021],
        moved: [{ year: 2022, dueOn: "2022-09-30" }],
        unknownYearCount: 0,
      },
    });
  });

  test("one year stays at least, unless the document does not say which they are", () => {
    expect(decide([], { plan: DRAFT, standing })).toMatchObject({ reason: "years-required" });
    expect(decide([], { plan: DRAFT, standing, unknownYearCount: 2 }).ok).toBe(true);
  });

  test("a year into which something is carried over is not taken off", () => {
    const asked = [{ year: 2022, dueOn: "2022-06-30" }];

    expect(decide(asked, { plan: DRAFT, standing, carriedInto: [2021] })).toMatchObject({
      reason: "year-awaits-carry-over",
      year: 2021,
    });
    expect(decide(asked, { plan: DRAFT, standing, carriedInto: [2022] }).ok).toBe(true);
  });
});

describe("an action has the years asked for", () => {
  const adopted = aContext({ standing: [planned(2021), planned(2022, "2022-06-30")] });
  const draft = { ...adopted, plan: DRAFT };

  test("when those to add are there, due when asked", () => {
    expect(hasYears([{ year: 2022, dueOn: "2022-06-30" }], adopted)).toBe(true);
    expect(hasYears([{ year: 2022, dueOn: null }], adopted)).toBe(false);
    expect(hasYears([{ year: 2023, dueOn: null }], adopted)).toBe(false);
    expect(hasYears([], adopted)).toBe(true);
  });

  test("before adoption, when they are all there is", () => {
    expect(hasYears([{ year: 2022, dueOn: "2022-06-30" }], draft)).toBe(false);
    const both = [
      { year: 2021, dueOn: "2021-12-31" },
      { year: 2022, dueOn: "2022-06-30" },
    ];
    expect(hasYears(both, draft)).toBe(true);
  });
});
