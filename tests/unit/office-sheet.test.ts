import { describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { figuresByOffice, officeFigures, sheetRows, splitByPlan } from "#app/domain/office/office-sheet.ts";
import { planAt, type PlanFacts } from "#app/domain/plan/plan-at.ts";
import { aLine, anActionYear, PLAN, planFacts } from "#tests/support/examples.ts";

const GROUPS = [{ code: "settori-3-e-4", offices: ["settore-3", "settore-4"] }];
const OF = { code: "2021-2023" };

function actionsOn(day: string, varied: Partial<PlanFacts> = {}) {
  return planAt(planFacts(varied), PLAN, asOfNow(day));
}

function rowsOf(office: string, day: string, varied: Partial<PlanFacts> = {}) {
  return sheetRows(actionsOn(day, varied), OF, { office, groups: GROUPS });
}

describe("the sheet of an office", () => {
  test("has what is open by nearest due day, and what is closed the other way", () => {
    const lines = [
      aLine({ sequence: 1, action_year_id: 2021, to_status: "completed", progress: 100 }),
      aLine({ sequence: 2, action_year_id: 2022, to_status: "cancelled" }),
    ];
    const { open, closed } = rowsOf("settore-3", "2023-06-30", { lines });

    expect(open.map(({ actionYear }) => actionYear.year)).toEqual([2023]);
    expect(closed.map(({ actionYear }) => actionYear.year)).toEqual([2022, 2021]);
  });

  test("says with whom the office answers, and through which group", () => {
    expect(rowsOf("settore-3", "2021-06-30").open[0]).toMatchObject({
      code: "4.3.6",
      others: ["settore-4"],
      through: ["settori-3-e-4"],
      isLead: false,
    });
  });

  test("names no group where the action names the office itself", () => {
    const responsibles = [
      { plan_action_id: 436, code: "settore-3", name: "Settore 3" },
      { plan_action_id: 436, code: "settori-3-e-4", name: "Settori 3 e 4" },
    ];

    expect(rowsOf("settore-3", "2021-06-30", { responsibles }).open[0]).toMatchObject({ through: [] });
  });

  test("says where the office is the capofila", () => {
    const leads = [{ plan_action_id: 436, code: "settore-4", name: "Settore 4" }];

    expect(rowsOf("settore-4", "2021-06-30", { leads }).open[0]).toMatchObject({ isLead: true });
    expect(rowsOf("settore-3", "2021-06-30", { leads }).open[0]).toMatchObject({ isLead: false });
  });

  test("is empty for an office that answers for nothing", () => {
    expect(rowsOf("settore-1", "2021-06-30")).toEqual({ open: [], closed: [] });
  });

  test("keeps apart the years beyond the plan", () => {
    const actionYears = [anActionYear({ year: 2023 }), anActionYear({ year: 2024 })];
    const offices = actionYears.map(({ id }) => ({
      action_year_id: id,
      code: "settore-3",
      name: "Settore 3",
    }));
    const { within, beyond } = splitByPlan(
      rowsOf("settore-3", "2024-06-30", { actionYears, offices }).open,
      PLAN,
    );

    expect(within.map(({ actionYear }) => actionYear.year)).toEqual([2023]);
    expect(beyond.map(({ actionYear }) => actionYear.year)).toEqual([2024]);
  });
});

describe("the figures of an office", () => {
  test("count each annualità that it is asked about once: late, or stale, or never updated", () => {
    const lines = [aLine({ sequence: 1, action_year_id: 2022, effective_on: "2022-02-01" })];
    const years = actionsOn("2022-07-01", { lines })[0]!.years;

    expect(officeFigures(years)).toEqual({
      total: 3,
      shared: 3,
      completed: 0,
      awaited: 2,
      late: 1,
      stale: 1,
      neverUpdated: 0,
    });
    expect(officeFigures(actionsOn("2022-07-01")[0]!.years)).toMatchObject({
      late: 1,
      stale: 0,
      neverUpdated: 1,
    });
  });

  test("count a shared annualità for each of its offices", () => {
    const figures = figuresByOffice(actionsOn("2022-07-01")[0]!.years);

    expect([...figures].map(([office, { total }]) => [office, total])).toEqual([
      ["settore-3", 3],
      ["settore-4", 3],
    ]);
  });
});
