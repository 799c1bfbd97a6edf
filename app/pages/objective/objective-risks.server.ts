import type { Viewpoint } from "#app/domain/days.ts";
import { risksByArticle } from "#app/domain/deadline/legal-risks.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { db } from "#db/connection.server.ts";
import { listNorms } from "#db/plan-action/responsibles.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";

/** The risks of law that touch the actions that an objective rests on, each with those actions. */
export async function objectiveRisks(links: readonly { plan_action_id: number }[], at: Viewpoint) {
  const linked = new Set(links.map((link) => link.plan_action_id));
  const touched = [];
  for (const { plan, actions } of await adoptedPlansOnDay(at)) {
    const theirs = actions.filter(({ id }) => linked.has(id));
    if (theirs.length === 0) continue;
    const norms = groupBy(await listNorms(db, { planId: plan.id }, at.day), (one) => one.plan_action_id);
    for (const { id, code, themes } of theirs)
      touched.push({ code, themes, norms: (norms.get(id) ?? []).map(({ norm }) => norm) });
  }
  return risksByArticle(touched);
}
