import { asOfNow } from "#app/domain/days.ts";
import type { PlanOnDay } from "#app/domain/desk/placed-years.ts";
import { planAt, type PlanFacts } from "#app/domain/plan/plan-at.ts";
import { aLine, anAction, anActionYear, anUnplannedYear, PLAN, planFacts } from "#tests/support/examples.ts";

export const TODAY = "2026-10-15";

const NEXT = { id: 2, first_year: 2024, last_year: 2026, adopted_on: "2024-01-15" };
const ADOPTED = { planned_from_on: NEXT.adopted_on };

/**
 * Two plans on 15/10/2026. Of 2021–2023: 4.3.6 of Settori 3 and 4, completed in 2021, late of 2022 (nobody wrote), and of
 * 2024, beyond the plan, late (Settore 4 alone; of 2023 rescheduled to it). Of 2024–2026: 5.1.1 of 2025 stale, its due day moved (Settore 4), of 2026 never
 * updated (Settore 3); 5.1.2 of 2026 fresh, due in November (Settore 3); 5.1.3 of 2026 of no office; 5.1.4 of 2026 of the role RTD.
 */
export function placedPlans(lines: PlanFacts["lines"] = []): PlanOnDay[] {
  return [
    { plan: { ...PLAN, code: "2021-2023" }, actions: planAt(firstPlan(lines), PLAN, asOfNow(TODAY)) },
    { plan: { ...NEXT, code: "2024-2026" }, actions: planAt(secondPlan(lines), NEXT, asOfNow(TODAY)) },
  ];
}

function firstPlan(lines: PlanFacts["lines"]): PlanFacts {
  const facts = planFacts();
  return planFacts({
    actionYears: [...facts.actionYears, anUnplannedYear(2024)],
    lines: [
      aLine({ sequence: 1, action_year_id: 2021, to_status: "completed", progress: 100 }),
      aLine({
        sequence: 2,
        action_year_id: 2023,
        to_status: "rescheduled",
        target_action_year_id: 2024,
        effective_on: "2023-11-01",
      }),
      ...lines,
    ],
    offices: [...facts.offices.filter(({ action_year_id }) => action_year_id !== 2023), of(2024, 4)],
  });
}

function secondPlan(lines: PlanFacts["lines"]): PlanFacts {
  const action = (code: string) => anAction(code, { plan_id: NEXT.id, plan_code: "2024-2026" });
  const year = (id: number, plan_action_id: number, year: number) =>
    anActionYear({ id, plan_action_id, year, ...ADOPTED });
  return planFacts({
    actions: ["5.1.1", "5.1.2", "5.1.3", "5.1.4"].map(action),
    actionYears: [
      year(5125, 511, 2025),
      year(5126, 511, 2026),
      { ...year(5226, 512, 2026), planned_due_on: "2026-11-30" },
      year(5326, 513, 2026),
      year(5426, 514, 2026),
    ],
    lines: [
      aLine({
        sequence: 3,
        action_year_id: 5125,
        effective_on: "2026-03-01",
        due_on: "2026-12-31",
        progress: 40,
      }),
      aLine({ sequence: 4, action_year_id: 5226, effective_on: "2026-10-01", progress: 20 }),
      aLine({ sequence: 5, action_year_id: 5426, effective_on: "2026-10-01", progress: 10 }),
      ...lines,
    ],
    responsibles: [{ plan_action_id: 514, code: "rtd", name: null }],
    offices: [of(5125, 4), of(5126, 3), of(5226, 3)],
    themes: [],
  });
}

function of(action_year_id: number, settore: number) {
  return { action_year_id, code: `settore-${settore}`, name: `Settore ${settore}` };
}
