import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { type PlanActionOnDay, planAt, type PlanFacts } from "#app/domain/plan/plan-at.ts";
import { aDayOfHistory, aLine, anAction, anActionYear, PLAN, planFacts } from "#tests/support/examples.ts";
import source from "#tests/support/sources/ptd-actions.json";

function actionAt(day: string, facts: Partial<PlanFacts> = {}): PlanActionOnDay {
  return planAt(planFacts(facts), PLAN, asOf(day))[0]!;
}

function situationsOf({ years }: PlanActionOnDay) {
  return years.map(({ year, situation }) => `${year} ${situation}`);
}

describe("4.3.6 at the end of 2022", () => {
  test("with nothing recorded is late in 2021 and 2022, and to start in 2023", () => {
    const action = actionAt("2022-12-31");

    expect(situationsOf(action)).toEqual(["2021 late", "2022 late", "2023 to-start"]);
    expect(action).toMatchObject({
      code: "4.3.6",
      areaCode: "4.3",
      status: "to-start",
      themes: ["cloud"],
      lead: null,
    });
    expect(action.responsibles).toEqual([
      { code: "settori-3-e-4", name: "Dirigenti Settori 3 e 4" },
      { code: "rtd", name: null },
    ]);
  });

  test("is as far as its annualità on average", () => {
    const lines = [
      aLine({
        sequence: 1,
        action_year_id: 2021,
        to_status: "completed",
        progress: 100,
        effective_on: "2021-12-22",
      }),
      aLine({
        sequence: 2,
        action_year_id: 2022,
        to_status: "in-progress",
        progress: 50,
        effective_on: "2022-02-22",
      }),
    ];
    const action = actionAt("2022-12-31", { lines });

    expect(situationsOf(action)).toEqual(["2021 completed-declared", "2022 late", "2023 to-start"]);
    expect(action.status).toBe("in-progress");
    expect(action.progress).toEqual({ points: 150, weight: 3, over: 3 }); // 100 + 50 + 0, over three
  });

  test("says who answers for each annualità, and for all of them its capofila", () => {
    const action = actionAt("2022-12-31", {
      leads: [{ plan_action_id: 436, code: "settore-3", name: "Settore 3" }],
    });

    expect(action.lead).toEqual({ code: "settore-3", name: "Settore 3" });
    expect(action.years.map(({ offices, lead }) => [...offices, lead])).toEqual(
      Array(3).fill(["settore-3", "settore-4", "settore-3"]),
    );
  });

  test("now is as at the end of the day, but for what falls due today", () => {
    expect(situationsOf(planAt(planFacts(), PLAN, asOfNow("2022-12-31"))[0]!)).toEqual([
      "2021 late",
      "2022 to-start",
      "2023 to-start",
    ]);
  });
});

test("4.2.2, of which two X are known and no year, is to clarify and counted apart", () => {
  const facts = planFacts({ actions: [anAction("4.2.2", { unknown_year_count: 2 }), anAction("4.3.6")] });
  const [unclear, clear] = planAt(facts, PLAN, asOf("2022-12-31"));

  expect(unclear).toMatchObject({
    status: "to-clarify",
    unknownYearCount: 2,
    years: [],
    progress: { over: 0 },
  });
  expect(clear!.years).toHaveLength(3);
});

test("4.6.3, with 2022 done and 2023 cancelled, is completed in part, measured over 2022 alone", () => {
  const action = actionAt("2023-12-31", {
    actions: [anAction("4.6.3")],
    actionYears: [2022, 2023].map((year) => anActionYear({ year, plan_action_id: 463 })),
    lines: [
      aLine({
        sequence: 1,
        action_year_id: 2022,
        to_status: "completed",
        progress: 100,
        effective_on: "2022-10-03",
        has_evidence: 1,
      }),
      aLine({
        sequence: 2,
        action_year_id: 2023,
        to_status: "cancelled",
        progress: 0,
        effective_on: "2023-03-01",
      }),
    ],
  });

  expect(situationsOf(action)).toEqual(["2022 completed-proven", "2023 cancelled"]);
  expect(action).toMatchObject({ status: "completed-in-part", progress: { points: 100, over: 1 } });
});

test("the action of the next plan that continues this one answers for it, and is not listed with it", () => {
  const moved = aLine({
    action_year_id: 2023,
    to_status: "rescheduled",
    target_action_year_id: 9024,
    effective_on: "2023-12-01",
  });
  const facts = planFacts({
    actions: [anAction("4.3.6"), anAction("4.3.6", { id: 9436, plan_id: 2, continues_id: 436 })],
    actionYears: [anActionYear({ year: 2023 }), anActionYear({ id: 9024, plan_action_id: 9436, year: 2024 })],
    lines: [
      moved,
      aLine({
        sequence: 2,
        action_year_id: 9024,
        to_status: "completed",
        progress: 100,
        effective_on: "2024-06-28",
      }),
    ],
  });
  const statusAt = (day: string) => planAt(facts, PLAN, asOf(day)).map(({ id, status }) => [id, status]);

  expect(statusAt("2024-06-27")).toEqual([[436, "to-start"]]);
  expect(statusAt("2024-06-28")).toEqual([[436, "completed"]]);
});

test("the whole plan of document 004 has 56 actions, 106 annualità and one action to clarify", () => {
  const actions = source.map(({ id, years }) =>
    anAction(id.replace("PTD-", "").replace("-", "."), { unknown_year_count: years ? 0 : 2 }),
  );
  const actionYears = source.flatMap(({ years }, index) =>
    (years ?? []).map((year) =>
      anActionYear({ id: index * 10_000 + year, plan_action_id: actions[index]!.id, year }),
    ),
  );
  const plan = planAt(planFacts({ actions, actionYears }), PLAN, asOf("2021-05-04"));

  expect(plan).toHaveLength(56);
  expect(plan.filter(({ status }) => status === "to-clarify").map(({ code }) => code)).toEqual(["4.2.2"]);
  expect(plan.flatMap(({ years }) => years)).toHaveLength(106); // 45 + 34 + 27
  expect(plan.find(({ code }) => code === "4.13.2")!.years.map(({ year }) => year)).toEqual([2021]);
});

test("each annualità of an action is shown once, in the order of the years, whatever happened", () => {
  fc.assert(
    fc.property(aDayOfHistory, ({ facts, lines, day }) => {
      const { years } = actionAt(day, { actionYears: facts, lines });
      const shown = years.map(({ year }) => year);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      for (const { target, origins, status } of years) {
        expect(target === null).toBe(status !== "rescheduled");
        expect(shown).toEqual(expect.arrayContaining(origins));
      }
    }),
  );
});
