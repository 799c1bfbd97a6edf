import { today } from "#app/clock.server.ts";
import type { LinkTarget, LinkTargets } from "#app/components/objective/link-targets.tsx";
import { asOfNow } from "#app/domain/days.ts";
import { yearsThatCount } from "#app/domain/objective/link-decisions.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { actionName } from "#app/domain/plan/action-names.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";
import { readSearch, searchActions, searchThings } from "#app/domain/search.ts";
import { PLAN_STANDING_LABEL } from "#app/labels.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";
import { plansOnDay } from "../plan/plans-on-day.server.ts";
import { searchedOn } from "../search.server.ts";
import { objectivesOnDay } from "./objectives-on-day.server.ts";

/** How many of a plan, or of all objectives, are offered: whoever sees too many adds a word. */
const MOST = 20;

/** The actions of adopted plans in which a text is found, the plan in force first; with the one chosen before, wherever it is. */
export async function actionsToLink(
  objective: ObjectiveOnDay,
  text: string,
  chosen = "",
): Promise<LinkTargets> {
  const at = asOfNow(today());
  const { actions, labels } = await searchedOn(at.day);
  const plans = (await plansOnDay(at.day)).filter(({ standing }) => standing !== "draft");
  const known = new Map(
    (await adoptedPlansOnDay(at)).flatMap(({ plan, actions }) =>
      actions.map((action) => [action.id, actionTarget(objective, plan.code, action)] as const),
    ),
  );
  const search = readSearch(text, plans);
  const groups = searchActions(actions, labels, search, plans).map(({ plan, actions }) => {
    const standing = PLAN_STANDING_LABEL[plan.standing];
    const title = `Piano ${plan.code}${standing === "" ? "" : `, ${standing}`}`;
    return groupOf(
      title,
      actions.flatMap(({ id }) => known.get(id) ?? []),
    );
  });
  const before = [...known.values()].find(({ value }) => value === chosen);
  return withChosen({ words: search.words, groups }, before);
}

/** The objectives in which a text is found. */
export async function objectivesToLink(
  action: PlanActionOnDay,
  text: string,
  chosen = "",
): Promise<LinkTargets> {
  const at = asOfNow(today());
  const objectives = new Map((await objectivesOnDay(at)).map((one) => [one.code, one]));
  const search = readSearch(text, []);
  const found = searchThings((await searchedOn(at.day)).objectives, search)
    .flatMap(({ code }) => objectives.get(code) ?? [])
    .map((one) => objectiveTarget(action, one));
  const before = objectives.get(chosen);
  const groups = found.length === 0 ? [] : [groupOf("Obiettivi", found)];
  return withChosen({ words: search.words, groups }, before && objectiveTarget(action, before));
}

function actionTarget(objective: ObjectiveOnDay, plan: string, action: PlanActionOnDay): LinkTarget {
  const names = action.responsibles.map(({ name }) => name ?? "RTD");
  return {
    value: actionName({ plan, code: action.code }),
    name: action.code,
    title: action.title,
    about: names.join(", "),
    ...tiesOf(objective, action),
  };
}

function objectiveTarget(action: PlanActionOnDay, objective: ObjectiveOnDay): LinkTarget {
  const { code, title, document, number_as_written, offices } = objective;
  const number = number_as_written === null ? [] : [`n. ${number_as_written}`];
  return {
    value: code,
    name: code,
    title,
    about: [document, ...number, ...offices.map(({ name }) => name)].join(", "),
    ...tiesOf(objective, action),
  };
}

/** The years of the action, those that count for the objective, and the links that the two have already. */
function tiesOf(objective: ObjectiveOnDay, action: PlanActionOnDay) {
  const links = objective.links.filter((link) => link.plan_action_id === action.id);
  return {
    years: action.years.map(({ year }) => year),
    objective: { first_year: objective.first_year, last_year: objective.last_year },
    counted: yearsThatCount(objective, action.years, [{ year: null }]),
    linked: links.map(({ year }) => year),
  };
}

function groupOf(title: string, targets: LinkTarget[]) {
  return { title, total: targets.length, targets: targets.slice(0, MOST) };
}

/** What was chosen in a search before this one stays offered. */
function withChosen({ words, groups }: LinkTargets, chosen: LinkTarget | undefined): LinkTargets {
  const isThere = groups.some(({ targets }) => targets.some(({ value }) => value === chosen?.value));
  if (chosen === undefined || isThere) return { words, groups };
  return { words, groups: [groupOf("Scelta finora", [chosen]), ...groups] };
}
