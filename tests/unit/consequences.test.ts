import { describe, expect, test } from "vitest";
import { consequenceOf } from "#app/domain/plan/consequences.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { aLine, anAction, anActionYear, PLAN, planFacts } from "#tests/support/examples.ts";

/** 4.3.6 with 2021 and 2022 completed: what would follow from a step of 2023, taken on 30 June 2023. */
function stepOf2023(to: Status, progress = 0) {
  const lines = [2021, 2022].map((id, index) =>
    aLine({
      sequence: index + 1,
      action_year_id: id,
      to_status: "completed",
      progress: 100,
      effective_on: `${id}-12-13`,
    }),
  );
  return consequenceOf(planFacts({ lines }), PLAN, { actionYearId: 2023, to, progress, today: "2023-06-30" });
}

describe("what would follow from a step", () => {
  test("is the situation of the annualità and the status of its action, by the rules that will judge them", () => {
    expect(stepOf2023("completed", 100)).toEqual({
      situation: "completed-declared",
      status: "completed",
      progress: 100,
      action: "completed",
      withdrawn: [],
      staying: null,
    });
    expect(stepOf2023("in-progress", 30)).toMatchObject({
      situation: "in-progress",
      progress: 30,
      action: "in-progress",
    });
    expect(stepOf2023("cancelled")).toMatchObject({ situation: "cancelled", action: "completed-in-part" });
    expect(stepOf2023("suspended")).toMatchObject({ situation: "suspended", action: "suspended" });
  });

  test("of a rescheduling says nothing of the action, which depends on the year chosen", () => {
    expect(stepOf2023("rescheduled")).toMatchObject({ situation: "rescheduled", action: null });
  });

  test("of reopening what was carried over says that the target stays in the next plan", () => {
    const next = { plan_id: 2, plan_code: "2024-2026", continues_id: 436 };
    const facts = planFacts({
      actions: [anAction("4.3.6"), { ...anAction("4.3.6"), ...next, id: 2436 }],
      actionYears: [
        anActionYear({ year: 2023 }),
        anActionYear({ id: 22023, plan_action_id: 2436, year: 2023, planned_from_on: "2024-02-01" }),
      ],
      lines: [
        aLine({
          action_year_id: 2023,
          to_status: "rescheduled",
          target_action_year_id: 22023,
          effective_on: "2024-02-01",
        }),
      ],
    });

    expect(
      consequenceOf(facts, PLAN, { actionYearId: 2023, to: "in-progress", progress: 0, today: "2024-03-01" }),
    ).toMatchObject({
      withdrawn: [],
      staying: { plan: "2024-2026", code: "4.3.6", year: 2023, inNextPlan: true },
    });
  });
});
