import { describe, expect, test } from "vitest";
import { asOf } from "#app/domain/days.ts";
import { planAt } from "#app/domain/plan/plan-at.ts";
import { filterPlan, type PlanFilter, speaksOfYears } from "#app/domain/plan/plan-filter.ts";
import { aLine, anAction, anActionYear, anUnplannedYear, PLAN, planFacts } from "#tests/support/examples.ts";

const SETTORI_3_E_4 = new Map([["settori-3-e-4", ["settore-3", "settore-4"]]]);

/** 4.3.6 held by Settori 3 and 4 through their group, and 4.13.2 held by Settore 2 alone; at the end of 2022. */
const actions = planAt(
  planFacts({
    actions: [
      anAction("4.3.6", { title: "Attivazione dell’identità digitale: più servizi" }),
      anAction("4.13.2", { title: "Formazione sull'accessibilità" }),
    ],
    actionYears: [
      ...planFacts().actionYears,
      anUnplannedYear(2024),
      anActionYear({ id: 41322, plan_action_id: 4132, year: 2022 }),
    ],
    lines: [
      aLine({ sequence: 1, action_year_id: 2021, to_status: "completed", progress: 100 }),
      aLine({
        sequence: 2,
        action_year_id: 2023,
        to_status: "rescheduled",
        target_action_year_id: 2024,
        effective_on: "2022-10-01",
      }),
    ],
    responsibles: [
      { plan_action_id: 436, code: "settori-3-e-4", name: "Dirigenti Settori 3 e 4" },
      { plan_action_id: 4132, code: "settore-2", name: "Settore 2" },
    ],
    offices: [{ action_year_id: 41322, code: "settore-2", name: "Settore 2" }],
    themes: [{ plan_action_id: 436, theme: "identita" }],
  }),
  PLAN,
  asOf("2022-12-31"),
);

function filtered(filter: PlanFilter) {
  return filterPlan(actions, filter, { plan: PLAN, officesOfGroup: SETTORI_3_E_4 });
}

function codesOf(filter: PlanFilter) {
  return filtered(filter).actions.map(({ code }) => code);
}

function matchingOf(filter: PlanFilter) {
  return filtered(filter).matching.map(({ year, situation }) => `${year} ${situation}`);
}

describe("a plan that nothing narrows", () => {
  test("keeps every action, and speaks of every annualità of its years", () => {
    expect(codesOf({})).toEqual(["4.3.6", "4.13.2"]);
    expect(matchingOf({})).toEqual(["2021 completed-declared", "2022 late", "2023 rescheduled", "2022 late"]);
    expect(speaksOfYears({})).toBe(false);
  });
});

describe("text", () => {
  test.each([
    ["identita", "without its accent"],
    ["IDENTITÀ", "in capitals"],
    ["identita\u0300", "with the accent as a sign of its own"],
    ["dell'identità", "with the apostrophe of the keyboard"],
    ["dell’identità", "with the typographic apostrophe"],
    ["servizi attivazione", "with its words in another order"],
    ["  piu   SERVIZI ", "among spaces"],
    ["4.3.6", "by its code"],
    ["digitale 4.3", "by a word and a part of its code"],
  ])("«%s» finds 4.3.6 (%s)", (text) => {
    expect(codesOf({ text })).toEqual(["4.3.6"]);
  });

  test("the typographic apostrophe that is typed finds the plain one that is written", () => {
    expect(codesOf({ text: "sull’accessibilita" })).toEqual(["4.13.2"]);
  });

  test("every word must be there", () => {
    expect(codesOf({ text: "identità fascicolazione" })).toEqual([]);
  });

  test("only spaces narrow nothing", () => {
    expect(codesOf({ text: "   " })).toEqual(["4.3.6", "4.13.2"]);
  });
});

describe("a responsible", () => {
  test("that is an office finds what the groups it is in answer for", () => {
    expect(codesOf({ responsible: "settore-3" })).toEqual(["4.3.6"]);
    expect(codesOf({ responsible: "settore-2" })).toEqual(["4.13.2"]);
  });

  test("that came into a group later finds nothing of what others were written down for (R10)", () => {
    const officesOfGroup = new Map([["settori-3-e-4", ["settore-1", "settore-3"]]]);
    const held = planAt(planFacts(), PLAN, asOf("2022-12-31"));
    const found = (responsible: string) =>
      filterPlan(held, { responsible }, { plan: PLAN, officesOfGroup }).actions.map(({ code }) => code);

    expect([found("settore-1"), found("settore-3"), found("settore-4")]).toEqual([[], ["4.3.6"], ["4.3.6"]]);
  });

  test("that is an office speaks only of the annualità that it answers for, where others of the action passed to others", () => {
    const held = planAt(
      planFacts({
        offices: [
          { action_year_id: 2021, code: "settore-3", name: "Settore 3" },
          { action_year_id: 2022, code: "uo-3.4", name: "UO 3.4" },
          { action_year_id: 2023, code: "uo-3.4", name: "UO 3.4" },
        ],
      }),
      PLAN,
      asOf("2022-12-31"),
    );
    const years = (filter: PlanFilter) =>
      filterPlan(held, filter, { plan: PLAN, officesOfGroup: SETTORI_3_E_4 }).matching.map(
        ({ year }) => year,
      );

    expect(years({ responsible: "settore-3" })).toEqual([2021]);
    expect(years({ responsible: "uo-3.4" })).toEqual([2022, 2023]);
    expect(years({ responsible: "uo-3.4", year: 2021 })).toEqual([]);
    expect(years({ responsible: "settori-3-e-4" })).toEqual([2021, 2022, 2023]);
  });

  test("that is a group finds what names the group, not what names one of its offices", () => {
    expect(codesOf({ responsible: "settori-3-e-4" })).toEqual(["4.3.6"]);
    expect(codesOf({ responsible: "settore-1" })).toEqual([]);
  });
});

test("an area, and a theme, keep their actions", () => {
  expect(codesOf({ area: "4.13" })).toEqual(["4.13.2"]);
  expect(codesOf({ area: "4.1" })).toEqual([]);
  expect(codesOf({ theme: "identita" })).toEqual(["4.3.6"]);
  expect(codesOf({ theme: "cloud" })).toEqual([]);
});

describe("year, situation and status", () => {
  test("must hold of the same annualità", () => {
    expect(codesOf({ year: 2021, situation: "completed-declared" })).toEqual(["4.3.6"]);
    expect(codesOf({ year: 2022, situation: "completed-declared" })).toEqual([]);
    expect(codesOf({ year: 2023, status: "to-start" })).toEqual([]);
  });

  test("speak of the annualità that match, not of the others of the same action", () => {
    expect(matchingOf({ situation: "late" })).toEqual(["2022 late", "2022 late"]);
    expect(matchingOf({ year: 2023 })).toEqual(["2023 rescheduled"]);
    expect(speaksOfYears({ year: 2023 })).toBe(true);
  });

  test("what is late is to start by its status: the two are different questions", () => {
    expect(matchingOf({ status: "to-start" })).toEqual(["2022 late", "2022 late"]);
    expect(matchingOf({ situation: "to-start" })).toEqual([]);
  });

  test("never find an annualità beyond the plan", () => {
    expect(actions[0]!.years.map(({ year }) => year)).toContain(2024);
    expect(codesOf({ year: 2024 })).toEqual([]);
    expect(codesOf({ situation: "to-start" })).toEqual([]);
    expect(matchingOf({})).not.toContain("2024 to-start");
  });
});

test("several questions narrow together", () => {
  expect(codesOf({ responsible: "settore-4", area: "4.3", text: "digitale", situation: "late" })).toEqual([
    "4.3.6",
  ]);
  expect(codesOf({ responsible: "settore-2", area: "4.3" })).toEqual([]);
});
