import { groupBy } from "#app/domain/grouping.ts";
import { lastDayOf, type Day, type Viewpoint } from "#app/domain/days.ts";
import { planAt, withinPlan } from "#app/domain/plan/plan-at.ts";
import { summaryOf } from "#app/domain/plan/plan-summary.ts";
import { yearlyProgress, yearsOf } from "#app/domain/plan/yearly-progress.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listPlanFacts } from "#db/plan-action/plan-actions.ts";
import { findPlan, listAdoptedPlans } from "#db/plan/plans.ts";
import type { PlanRow } from "#db/schema.ts";
import { notFound } from "#app/http.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** The plan that an address names, or the 404 page. */
export async function planOr404(code: string | undefined): Promise<PlanRow> {
  const plan = await whileUnchanged(["codice di piano", code ?? null], () => findPlan(db, code ?? ""));
  if (!plan) throw notFound("Non c’è un piano con questo codice.");
  return plan;
}

/** A plan on a day, with the yearly figures that every page of it quotes; read and computed once while nothing changes. */
export function planOnDay(plan: PlanRow, at: Viewpoint) {
  return whileUnchanged(
    ["piano", plan.id, at.day, at.isOver],
    () => computePlanOnDay(plan, at),
    ({ years }) => years.length,
  );
}

async function computePlanOnDay(plan: PlanRow, at: Viewpoint) {
  const facts = await inReadTransaction(db, (tx) => listPlanFacts(tx, { planId: plan.id }, at.day));
  const actions = planAt(facts, plan, at);
  const years = actions.flatMap((action) => withinPlan(action.years, plan));
  const adopted = groupBy(
    facts.actionYears.filter((fact) => fact.adopted === 1),
    (fact) => fact.year,
  );
  const adoptedByYear = new Map([...adopted].map(([year, facts]) => [year, facts.length]));
  return {
    areas: facts.areas,
    actions,
    years,
    rows: yearlyProgress(years, plan, adoptedByYear),
    summary: summaryOf(actions, facts.areas, plan),
  };
}

/** Every plan adopted by a day, as it is on it, the earlier first. */
export async function adoptedPlansOnDay(at: Viewpoint) {
  const plans = await whileUnchanged(["piani adottati", at.day], () => listAdoptedPlans(db, at.day));
  const onDay = [];
  for (const plan of plans) onDay.push({ plan, ...(await planOnDay(plan, at)) });
  return onDay;
}

/** One action on a day, or the 404 page; with the facts it was read from, for what a change must know. */
export async function planActionOnDay(plan: PlanRow, code: string | undefined, at: Viewpoint) {
  const facts = await listPlanFacts(db, { planId: plan.id, code: code ?? "" }, at.day);
  const action = planAt(facts, plan, at)[0];
  if (!action)
    throw notFound("Nel piano non c’è un’azione con questo codice, o non c’era ancora nel giorno chiesto.");
  return { facts, action };
}

/** Past days worth a link: the ends of the plan's years that are over, latest first. */
export function shortcutsOf(plan: PlanRow, today: Day): Day[] {
  return yearsOf(plan)
    .map(lastDayOf)
    .filter((day) => day < today)
    .reverse();
}
