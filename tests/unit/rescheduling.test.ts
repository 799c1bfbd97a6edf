import { describe, expect, test } from "vitest";
import { actionYearsAt, answering, type LineFact } from "#app/domain/status/action-years.ts";
import { asOf } from "#app/domain/days.ts";
import { type PlanActionOnDay, planAt, type PlanFacts, withinPlan } from "#app/domain/plan/plan-at.ts";
import { yearlyProgress } from "#app/domain/plan/yearly-progress.ts";
import {
  aLine,
  anActionYear,
  anUnplannedYear,
  aState,
  byId,
  PLAN,
  planFacts,
} from "#tests/support/examples.ts";

const YEARS = [...[2021, 2022, 2023].map((year) => anActionYear({ year })), anUnplannedYear(2024)];

function at(day: string, lines: LineFact[], facts = YEARS) {
  return actionYearsAt(facts, lines, asOf(day));
}

function actionAt(day: string, facts: Partial<PlanFacts> = {}): PlanActionOnDay {
  return planAt(planFacts(facts), PLAN, asOf(day))[0]!;
}

function situationsOf({ years }: PlanActionOnDay) {
  return years.map(({ year, situation }) => `${year} ${situation}`);
}

describe("4.3.6 with 2021 rescheduled to 2024", () => {
  const moved = aLine({
    sequence: 1,
    action_year_id: 2021,
    to_status: "rescheduled",
    target_action_year_id: 2024,
    effective_on: "2021-11-30",
  });
  const reopened = aLine({ sequence: 5, action_year_id: 2021, effective_on: "2022-06-01" });
  const onTheNext = aLine({ sequence: 3, action_year_id: 2024, effective_on: "2022-02-01" });
  const alsoMoved = { ...moved, sequence: 4, place: 4, action_year_id: 2023, effective_on: "2022-03-01" };

  test("makes 2024 stand, from that day, with the year it comes from", () => {
    expect([...at("2021-11-29", [moved]).keys()]).toEqual([2021, 2022, 2023]);
    expect(at("2021-11-30", [moved]).get(2024)).toMatchObject({
      status: "to-start",
      comesFrom: [2021],
      addedOn: "2021-11-30",
    });
  });

  test("is answered by 2024, and back to front by nothing else", () => {
    const states = at("2021-12-31", [moved]);

    expect(answering(states.get(2021)!, states)).toBe(states.get(2024));
    expect(answering(states.get(2022)!, states)).toBe(states.get(2022));
  });

  test("and an update of 2021 afterwards still points to 2024", () => {
    const noted = aLine({
      sequence: 2,
      action_year_id: 2021,
      to_status: "rescheduled",
      effective_on: "2022-01-20",
    });

    expect(at("2022-12-31", [moved, noted]).get(2021)!.targetId).toBe(2024);
  });

  test("and an update of 2021 afterwards does not make 2024 younger", () => {
    const noted = aLine({
      sequence: 2,
      action_year_id: 2021,
      to_status: "rescheduled",
      effective_on: "2022-01-20",
    });

    expect(at("2022-12-31", [moved, noted]).get(2024)!.addedOn).toBe("2021-11-30");
  });

  test("then reopened: 2024, which nobody touched, is gone", () => {
    expect([...at("2022-06-01", [moved, reopened]).keys()]).toEqual([2021, 2022, 2023]);
    expect(at("2022-05-31", [moved, reopened]).has(2024)).toBe(true);
  });

  test("then reopened: 2024, touched meanwhile, stands beside it", () => {
    const states = at("2022-06-01", [moved, onTheNext, reopened]);

    expect(states.get(2021)).toMatchObject({ status: "in-progress", targetId: null });
    expect(states.get(2024)).toMatchObject({ status: "in-progress", comesFrom: [] });
  });

  test("then reopened: 2024, which 2023 points to as well, stands beside it", () => {
    expect(at("2022-06-01", [moved, alsoMoved, reopened]).get(2024)).toMatchObject({
      comesFrom: [2023],
      addedOn: "2022-03-01",
    });
  });

  test("is followed to the end when 2024 is rescheduled in its turn", () => {
    const further = aLine({
      sequence: 2,
      action_year_id: 2024,
      to_status: "rescheduled",
      target_action_year_id: 2025,
      effective_on: "2022-02-01",
    });
    const states = at("2022-12-31", [moved, further], [...YEARS, anUnplannedYear(2025)]);

    expect(answering(states.get(2021)!, states)).toBe(states.get(2025));
  });
});

test("an annualità planned anyway stays when the rescheduling to it is withdrawn", () => {
  const moved = aLine({
    sequence: 1,
    action_year_id: 2021,
    to_status: "rescheduled",
    target_action_year_id: 2022,
    effective_on: "2021-11-30",
  });
  const reopened = aLine({ sequence: 2, action_year_id: 2021, effective_on: "2021-12-15" });

  expect(at("2021-12-01", [moved]).get(2022)!.comesFrom).toEqual([2021]);
  expect(at("2021-12-31", [moved, reopened]).get(2022)).toMatchObject({
    comesFrom: [],
    addedOn: "2021-05-04",
  });
});

test("a target that nobody knows of leaves the annualità without an answer", () => {
  const moved = aState({ year: 2021, status: "rescheduled", targetId: 2099 });

  expect(answering(moved, byId([moved]))).toBeUndefined();
});

describe("the plan, with 4.3.6 of 2021 rescheduled to 2024", () => {
  const moved = aLine({
    action_year_id: 2021,
    to_status: "rescheduled",
    progress: 20,
    target_action_year_id: 2024,
    effective_on: "2021-11-30",
  });
  const actionYears = [...planFacts().actionYears, anUnplannedYear(2024)];
  const action = actionAt("2023-12-31", {
    actionYears,
    lines: [
      moved,
      aLine({
        sequence: 2,
        action_year_id: 2022,
        to_status: "completed",
        progress: 100,
        effective_on: "2022-12-13",
      }),
      aLine({
        sequence: 3,
        action_year_id: 2023,
        to_status: "completed",
        progress: 100,
        effective_on: "2023-12-13",
      }),
    ],
  });

  test("has four annualità, tied to each other, the last beyond the plan and never adopted", () => {
    expect(situationsOf(action)).toEqual([
      "2021 rescheduled",
      "2022 completed-declared",
      "2023 completed-declared",
      "2024 to-start",
    ]);
    expect(action.years[0]!.target).toMatchObject({ year: 2024, beyondPlan: true, inNextPlan: false });
    expect(action.years[3]).toMatchObject({ origins: [2021], adopted: false, target: null });
  });

  test("is not completed while 2024 is to start: beyond the plan counts in the status of the action", () => {
    expect(action.status).toBe("in-progress");
  });

  test("counts 2024 never in the plan's yearly figures", () => {
    const inPlan = withinPlan(action.years, PLAN);

    expect(inPlan.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    expect(
      yearlyProgress(action.years, PLAN, new Map()).map(({ total, completed }) => [total, completed]),
    ).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
  });

  test("then reopened has three again, and is as it was", () => {
    const reopened = aLine({ sequence: 2, action_year_id: 2021, progress: 20, effective_on: "2021-12-15" });

    expect(situationsOf(actionAt("2021-12-30", { actionYears, lines: [moved] }))).toHaveLength(4);
    expect(situationsOf(actionAt("2021-12-30", { actionYears, lines: [moved, reopened] }))).toEqual([
      "2021 in-progress",
      "2022 to-start",
      "2023 to-start",
    ]);
  });
});

test("an annualità rescheduled to another year of the plan is told from one that leaves it", () => {
  const moved = aLine({
    action_year_id: 2021,
    to_status: "rescheduled",
    target_action_year_id: 2023,
    effective_on: "2021-11-30",
  });
  const { years } = actionAt("2021-12-31", { lines: [moved] });

  expect(years[0]!.target).toMatchObject({ year: 2023, beyondPlan: false });
  expect(years[2]).toMatchObject({ origins: [2021], adopted: true });
});
