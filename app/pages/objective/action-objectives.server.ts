import type { ActionObjective } from "#app/components/objective/action-objectives.tsx";
import type { ToldLink } from "#app/components/objective/link-notice.tsx";
import type { Viewpoint } from "#app/domain/days.ts";
import { yearsThatCount } from "#app/domain/objective/link-decisions.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";
import { db } from "#db/connection.server.ts";
import { findLinkOfEdit } from "#db/objective/links.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";
import { objectiveRow } from "./objective-rows.server.ts";
import { objectivesOnDay } from "./objectives-on-day.server.ts";

/** The objectives that rest on an action on a day, each with every link between the two. */
export async function actionObjectivesOf(
  action: Pick<PlanActionOnDay, "id" | "years">,
  at: Viewpoint,
): Promise<ActionObjective[]> {
  const objectives = await objectivesOnDay(at);
  return objectives.flatMap((objective) => {
    const links = objective.links.filter((link) => link.plan_action_id === action.id);
    if (links.length === 0) return [];
    const { code, title, document, number, offices, figures } = objectiveRow(objective);
    return {
      ...{ code, title, document, number, offices, figures },
      years: { first_year: objective.first_year, last_year: objective.last_year },
      links: links.map(({ id, year, rationale }) => ({ id, year, rationale })),
      counted: yearsThatCount(objective, action.years, links),
    };
  });
}

/** What a page that was reached by linking or undoing says of it (`?collegamento=12`), where it is about that page. */
export async function savedLink(
  request: Request,
  of: { objective?: string; planActionId?: number },
  at: Viewpoint,
): Promise<ToldLink | null> {
  const asked = new URL(request.url).searchParams.get("collegamento") ?? "";
  const link = /^[1-9]\d{0,14}$/.test(asked) ? await findLinkOfEdit(db, Number(asked)) : undefined;
  const isOfPage = link && (link.objective === of.objective || link.plan_action_id === of.planActionId);
  if (!link || !isOfPage) return null;
  const objective = (await objectivesOnDay(at)).find(({ id }) => id === link.objective_id);
  if (!objective) return null;
  const action = await findAction(link, at);
  const { code, title, first_year, last_year } = objective;
  return {
    isUndone: link.closed_by_edit_id === Number(asked),
    objective: { code, title, first_year, last_year },
    action: { plan: link.plan, code: link.action, years: action?.years.map(({ year }) => year) ?? [] },
    year: link.year,
    counted: yearsThatCount(objective, action?.years ?? [], [link]),
  };
}

async function findAction({ plan_action_id }: { plan_action_id: number }, at: Viewpoint) {
  const plans = await adoptedPlansOnDay(at);
  return plans.flatMap(({ actions }) => actions).find(({ id }) => id === plan_action_id);
}
