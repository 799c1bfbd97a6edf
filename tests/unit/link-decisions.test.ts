import { describe, expect, test } from "vitest";
import {
  type AskedLink,
  decideLink,
  type LinkContext,
  yearsThatCount,
} from "#app/domain/objective/link-decisions.ts";

const ENDS = {
  objectiveId: 1,
  planActionId: 436,
  years: [
    { id: 21, year: 2021 },
    { id: 22, year: 2022 },
  ],
};

function asked(varied: Partial<AskedLink> = {}): AskedLink {
  return { target: "2021-2023/4.3.6", year: null, rationale: "lo stesso oggetto", weight: 1, ...varied };
}

function context(varied: Partial<LinkContext> = {}): LinkContext {
  return { ends: ENDS, isLinked: false, otherWeights: [], ...varied };
}

function refusals(decision: ReturnType<typeof decideLink>) {
  return decision.ok ? [] : decision.refusals.map(({ field, reason }) => `${field}: ${reason}`);
}

describe("a link", () => {
  test("is of a whole action, or of one annualità of it", () => {
    const made = { objectiveId: 1, planActionId: 436, rationale: "lo stesso oggetto", weight: 1 };

    expect(decideLink(asked(), context())).toEqual({ ok: true, link: { ...made, actionYearId: null } });
    expect(decideLink(asked({ year: 2022 }), context())).toEqual({
      ok: true,
      link: { ...made, actionYearId: 22 },
    });
  });

  test.each<[string, Partial<AskedLink>, Partial<LinkContext>]>([
    ["target: not-chosen", { target: "" }, { ends: undefined }],
    ["target: unknown", { target: "2021-2023/9.9.9" }, { ends: undefined }],
    ["target: twice", {}, { isLinked: true }],
    ["year: year-not-standing", { year: 2025 }, {}],
    ["rationale: rationale-required", { rationale: "" }, {}],
    ["weight: weight-negative", { weight: -1 }, {}],
    ["weight: weight-too-large", { weight: 101 }, {}],
    ["weight: nothing-weighs", { weight: 0 }, { otherWeights: [0, 0] }],
  ])("is refused: %s", (refused, varied, around) => {
    expect(refusals(decideLink(asked(varied), context(around)))).toEqual([refused]);
  });

  test("is told all that is wrong at once", () => {
    const decision = decideLink(
      asked({ target: "", rationale: "", weight: -1 }),
      context({ ends: undefined }),
    );

    expect(refusals(decision)).toEqual([
      "target: not-chosen",
      "rationale: rationale-required",
      "weight: weight-negative",
    ]);
  });

  test("may weigh nothing where something else of the objective does", () => {
    expect(decideLink(asked({ weight: 0 }), context({ otherWeights: [1] })).ok).toBe(true);
  });
});

describe("of an action's years", () => {
  const years = [
    { year: 2023, status: "completed" },
    { year: 2024, status: "cancelled" },
    { year: 2025, status: "to-start" },
    { year: 2026, status: "to-start" },
  ] as const;
  const span = { first_year: 2023, last_year: 2025 };

  test("those of the objective count, the cancelled ones out", () => {
    expect(yearsThatCount(span, years, [{ year: null }])).toEqual([2023, 2025]);
  });

  test("only those linked by themselves count, each once", () => {
    expect(yearsThatCount(span, years, [{ year: 2025 }, { year: 2026 }])).toEqual([2025]);
    expect(yearsThatCount(span, years, [{ year: 2025 }, { year: null }])).toEqual([2023, 2025]);
    expect(yearsThatCount(span, years, [])).toEqual([]);
  });
});
