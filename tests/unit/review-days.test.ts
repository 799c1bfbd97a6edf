import { describe, expect, test } from "vitest";
import { decideTakeover } from "#app/domain/contribution/proposals.ts";
import { daysToReview, nextDayToReview, refusalOfDay } from "#app/domain/review/opening.ts";
import { decideChange } from "#app/domain/status/status-steps.ts";
import { aChange, aContext, aCurrent, PLAN } from "#tests/support/examples.ts";

describe("a day that a closed review has seen", () => {
  const seen = aContext({ year: 2022, today: "2023-03-01", reviewedUpTo: "2022-12-31" });
  const on = (effectiveOn: string, context = seen) =>
    decideChange(aCurrent(), aChange({ effectiveOn, progress: 10 }), context);

  test("takes no line of anybody but the RTD, for whom no such day is given", () => {
    const refused = { ok: false, field: "effectiveOn", reason: "seen-by-a-review" };
    expect(on("2022-12-31")).toEqual(refused);
    expect(on("2022-03-01")).toEqual(refused);
    expect(on("2023-01-01").ok).toBe(true);
    expect(on("2022-12-31", { ...seen, reviewedUpTo: undefined }).ok).toBe(true);
  });

  test("moves a proposal that is taken over to the day after, never past today", () => {
    const proposal = { status: "completed", progress: 100, on: "2022-11-30", proven: false } as const;
    const taken = (context: { today: string; reviewedUpTo?: string }) => {
      const decision = decideTakeover(
        aCurrent(),
        proposal,
        { reason: "Contributi", evidence: null },
        {
          year: 2022,
          ...context,
        },
      );
      return decision.ok && decision.change.effectiveOn;
    };

    expect(taken({ today: "2023-03-01" })).toBe("2022-11-30");
    expect(taken({ today: "2023-03-01", reviewedUpTo: "2022-06-30" })).toBe("2022-11-30");
    expect(taken({ today: "2023-03-01", reviewedUpTo: "2022-12-31" })).toBe("2023-01-01");
    expect(taken({ today: "2022-12-31", reviewedUpTo: "2022-12-31" })).toBe("2022-12-31");
  });
});

describe("a plan adopted on 04/05/2021", () => {
  test("is reviewed from its adoption to today", () => {
    expect(refusalOfDay(PLAN, "2021-05-03", "2022-03-01")).toBe("before-the-adoption");
    expect(refusalOfDay(PLAN, "2021-05-04", "2022-03-01")).toBeUndefined();
    expect(refusalOfDay(PLAN, "2022-03-01", "2022-03-01")).toBeUndefined();
    expect(refusalOfDay(PLAN, "2022-03-02", "2022-03-01")).toBe("in-the-future");
    expect(refusalOfDay({ ...PLAN, adopted_on: null }, "2021-12-31", "2022-03-01")).toBe("plan-not-adopted");
  });

  test("is offered the half-year ends that were skipped, and told the next one", () => {
    expect(daysToReview(PLAN, ["2021-12-31"], "2022-07-10")).toEqual(["2021-06-30", "2022-06-30"]);
    expect(nextDayToReview(PLAN, "2022-07-10")).toBe("2022-12-31");
    expect(nextDayToReview(PLAN, "2024-01-01")).toBeUndefined();
  });
});
