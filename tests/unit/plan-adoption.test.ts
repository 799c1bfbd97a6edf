import { describe, expect, test } from "vitest";
import {
  type AdoptionRefusal,
  type AskedAdoption,
  type Carried,
  decideAdoption,
  type Draft,
  firstDayFor,
  problemsOf,
} from "#app/domain/triennium/plan-adoption.ts";
import { aCurrent } from "#tests/support/examples.ts";

const PLAN = { first_year: 2027, last_year: 2029 };
const TODAY = { today: "2026-10-15", planBefore: { adopted_on: "2024-02-29" } };
const ASKED: AskedAdoption = {
  actOrgan: "Giunta comunale",
  actNumber: "140",
  actOn: "2026-10-13",
  adoptedOn: "2026-10-13",
};

function action(code: string, years: number[], responsibles = ["settore-1"]): Draft["actions"][number] {
  return {
    code,
    responsibles: responsibles.map((one) => ({ code: one, name: null })),
    years: years.map((year) => ({ year })) as Draft["actions"][number]["years"],
  };
}

const office = (code: string, varied: { ceased_on?: string; successor_code?: string } = {}) => ({
  ...{ code, ceased_on: null, successor_code: null },
  ...varied,
});

const AROUND = {
  today: "2026-10-15",
  organisation: {
    offices: [
      office("settore-1"),
      office("settore-2", { ceased_on: "2026-10-15", successor_code: "settore-1" }),
      office("settore-3", { ceased_on: "2026-10-15" }),
    ],
    groups: [
      { code: "settori-1-e-3", offices: ["settore-1", "settore-3"] },
      { code: "settore-3-da-solo", offices: ["settore-3"] },
    ],
  },
};

function carried(varied: Partial<Carried> = {}): Carried {
  return {
    plan: "2024-2026",
    code: "4.3.6",
    year: 2025,
    current: aCurrent({ status: "in-progress", since: "2026-07-30" }),
    target: { code: "4.3.6", year: 2027, stands: true },
    ...varied,
  };
}

describe("a draft", () => {
  test("is ready where every action has who answers for it and a year of the plan", () => {
    expect(
      problemsOf({ plan: PLAN, actions: [action("4.3.6", [2027, 2029])], carried: [carried()] }, AROUND),
    ).toEqual([]);
  });

  test("says all that keeps it from being adopted, each with where it is", () => {
    const actions = [action("4.1.1", [2027], []), action("4.1.2", []), action("4.1.3", [2026, 2028])];
    const source = { plan: "2024-2026", code: "4.3.6", year: 2025 };
    const sources = [
      carried({ current: aCurrent({ status: "completed" }) }),
      carried({ current: null }),
      carried({ target: { code: "4.3.6", year: 2027, stands: false } }),
    ];

    expect(problemsOf({ plan: PLAN, actions, carried: sources }, AROUND)).toEqual([
      { reason: "no-responsibles", code: "4.1.1" },
      { reason: "no-years", code: "4.1.2" },
      { reason: "year-outside-the-plan", code: "4.1.3", year: 2026 },
      { reason: "source-is-closed", ...source, status: "completed" },
      { reason: "source-is-gone", ...source },
      { reason: "target-is-gone", ...source },
    ]);
  });

  test("with no actions says only that", () => {
    expect(problemsOf({ plan: PLAN, actions: [], carried: [] }, AROUND)).toEqual([{ reason: "no-actions" }]);
  });

  test("says where all who answered have ceased, and nobody took their place", () => {
    const answeredBy = (...codes: string[]) =>
      problemsOf({ plan: PLAN, actions: [action("4.3.6", [2027], codes)], carried: [] }, AROUND);
    const nobody = [{ reason: "nobody-answers", code: "4.3.6" }];

    expect(answeredBy("settore-3")).toEqual(nobody);
    expect(answeredBy("settore-3-da-solo", "settore-3")).toEqual(nobody);
    expect(answeredBy("settori-1-e-3")).toEqual([]);
    expect(answeredBy("settore-2")).toEqual([]);
    expect(answeredBy("settore-3", "rtd")).toEqual([]);
  });
});

describe("an adoption", () => {
  const adoption = (varied: Partial<AskedAdoption>, ones: Carried[] = [carried()]) =>
    decideAdoption({ ...ASKED, ...varied }, { carried: ones }, TODAY);

  test("holds from the day of its act or a later one, today at the latest", () => {
    for (const adoptedOn of ["2026-10-13", "2026-10-14", "2026-10-15"])
      expect(adoption({ adoptedOn })).toEqual({ ok: true });
  });

  test.each<[Partial<AskedAdoption>, keyof AskedAdoption, AdoptionRefusal]>([
    [{ actOrgan: "" }, "actOrgan", "organ-required"],
    [{ actNumber: "" }, "actNumber", "number-required"],
    [{ actOn: "2026-10-16" }, "actOn", "in-the-future"],
    [{ adoptedOn: "2026-10-16" }, "adoptedOn", "in-the-future"],
    [{ adoptedOn: "2026-10-12" }, "adoptedOn", "before-the-act"],
    [{ actOn: "2024-02-29", adoptedOn: "2024-02-29" }, "adoptedOn", "before-the-plan-before"],
  ])("asked for with %j is refused at %s: %s", (varied, field, reason) => {
    expect(adoption(varied)).toEqual({ ok: false, field, reason });
  });

  test("never before the last line of what it carries over, and names the latest", () => {
    const later = carried({ code: "4.6.3", current: aCurrent({ since: "2026-09-15" }) });
    const ones = [carried(), later];

    expect(firstDayFor(ones)).toBe("2026-09-15");
    expect(adoption({ actOn: "2026-09-14", adoptedOn: "2026-09-14" }, ones)).toEqual({
      ok: false,
      field: "adoptedOn",
      reason: "before-a-carried-line",
      carried: later,
    });
    expect(adoption({ actOn: "2026-09-14", adoptedOn: "2026-09-15" }, ones)).toEqual({ ok: true });
    expect(firstDayFor([])).toBe("");
  });
});
