import { describe, expect, test } from "vitest";
import { asOfNow } from "#app/domain/days.ts";
import { decideCessation, heldActions, type Holdings } from "#app/domain/office/office-cessation.ts";
import { planAt, type PlanFacts } from "#app/domain/plan/plan-at.ts";
import { aLine, PLAN, planFacts } from "#tests/support/examples.ts";
import { OFFICES } from "#tests/support/offices.ts";

const TODAY = "2023-06-30";
const NOTHING: Holdings = { plans: [], workProcesses: [], objectives: [], groups: [], under: [], people: [] };

function heldBy(office: string, varied: Partial<PlanFacts> = {}) {
  return heldActions(planAt(planFacts(varied), PLAN, asOfNow(TODAY)), office);
}

describe("what an office hands over", () => {
  test("is every open annualità that it answers for", () => {
    expect(heldBy("settore-3")).toMatchObject([
      {
        code: "4.3.6",
        years: [{ year: 2021 }, { year: 2022 }, { year: 2023 }],
        isResponsible: false,
        isLead: false,
      },
    ]);
  });

  test("is not an annualità that is closed: that keeps who answered for it", () => {
    const lines = [
      aLine({ sequence: 1, action_year_id: 2021, to_status: "completed", progress: 100 }),
      aLine({ sequence: 2, action_year_id: 2022, to_status: "suspended" }),
    ];

    expect(heldBy("settore-3", { lines })[0]!.years.map(({ year }) => year)).toEqual([2022, 2023]);
  });

  test("is nothing of an action that is over, not even its place among the responsibles", () => {
    const lines = [2021, 2022, 2023].map((action_year_id, index) =>
      aLine({ sequence: index + 1, action_year_id, to_status: "cancelled" }),
    );
    const responsibles = [{ plan_action_id: 436, code: "settore-3", name: "Settore 3" }];

    expect(heldBy("settore-3", { lines, responsibles })).toEqual([]);
    expect(heldBy("settore-3", { responsibles })).toMatchObject([{ isResponsible: true }]);
  });

  test("is an action whose years are not known, too", () => {
    const responsibles = [{ plan_action_id: 436, code: "settore-1", name: "Settore 1" }];

    expect(heldBy("settore-1", { actionYears: [], responsibles })).toMatchObject([
      { code: "4.3.6", years: [], isResponsible: true },
    ]);
  });

  test("is being the capofila", () => {
    const leads = [{ plan_action_id: 436, code: "settore-1", name: "Settore 1" }];

    expect(heldBy("settore-1", { leads })).toMatchObject([{ years: [], isLead: true }]);
  });
});

describe("an office that ceases", () => {
  const decide = (successor: string | null, holdings: Holdings = NOTHING, office = "settore-3") =>
    decideCessation({ office, successor }, { offices: OFFICES, holdings, today: TODAY_2026 });
  const TODAY_2026 = "2026-10-15";
  const refused = (reason: string) => ({ ok: false, field: "successor", reason });

  test.each<[string, Partial<Holdings>]>([
    ["annualità", { plans: [{ plan: { code: "2021-2023" }, actions: heldBy("settore-3") }] }],
    ["a place in a group", { groups: [{ code: "settori-3-e-4", name: "Settori 3 e 4" }] }],
    ["offices under it", { under: [{ code: "uo-3.4", name: "UO 3.4" }] }],
    ["processes", { workProcesses: [{ id: 88, code: "FVG-TEC-088", title: "Ricerca" }] }],
    ["people", { people: ["dirigente"] }],
  ])("needs a successor as long as it has %s", (_what, held) => {
    expect(decide(null, { ...NOTHING, ...held })).toEqual(refused("successor-required"));
    expect(decide("settore-4", { ...NOTHING, ...held })).toEqual({ ok: true });
  });

  test("needs none when it holds nothing", () => {
    expect(decide(null)).toEqual({ ok: true });
  });

  test("needs none for its objectives, which may remain without an office", () => {
    const objectives = [{ id: 1, code: "PDO-1", title: "Gare telematiche" }];
    expect(decide(null, { ...NOTHING, objectives })).toEqual({ ok: true });
  });

  test("is not succeeded by itself, by one that has ceased, by one that does not exist", () => {
    expect(decide("settore-3")).toEqual(refused("successor-is-itself"));
    expect(decide("settore-2")).toEqual(refused("successor-ceased"));
    expect(decide("settore-9")).toEqual(refused("successor-unknown"));
  });

  test("may be succeeded by one that is under it", () => {
    expect(decide("uo-3.4")).toEqual({ ok: true });
  });

  test("ceases once", () => {
    expect(decide("settore-4", NOTHING, "settore-2")).toEqual(refused("already-ceased"));
  });
});
