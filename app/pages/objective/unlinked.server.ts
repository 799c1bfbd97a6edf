import type { UnreadStep } from "#app/components/objective/unlinked-lists.tsx";
import type { AsOf } from "#app/as-of.server.ts";
import { actionsWithoutObjective } from "#app/domain/objective/objective-counts.ts";
import { filterObjectives } from "#app/domain/objective/objective-filter.ts";
import type { ObjectiveOnDay } from "#app/domain/objective/objectives-on-day.ts";
import { stepName } from "#app/domain/objective/step-name.ts";
import { asTree, withThoseUnder } from "#app/domain/office/offices.ts";
import type { PlanActionOnDay } from "#app/domain/plan/plan-at.ts";
import { inOrderOfInterest } from "#app/domain/plan/plan-standing.ts";
import { knownOrganisation } from "../office/organisation.server.ts";
import { adoptedPlansOnDay } from "../plan/plan-on-day.server.ts";
import { plansOnDay } from "../plan/plans-on-day.server.ts";
import { objectivesOnDay } from "./objectives-on-day.server.ts";

const UNKNOWN = "Valore sconosciuto: scegli dall’elenco";

/**
 * What is linked to nothing, and what could not be read (R9): of all, or of one office and those under it (`?ufficio=`). One that does not
 * exist narrows nothing, and is said.
 */
export async function unlinkedAsked(request: Request, { at }: AsOf) {
  const asked = new URL(request.url).searchParams.get("ufficio")?.trim() ?? "";
  const { offices, groups } = await knownOrganisation();
  const office = offices.find(({ code }) => code === asked);
  const all = await objectivesOnDay(at);
  const objectives = filterObjectives(all, { office: office?.code }, offices);
  const theirs = office && withThoseUnder(office.code, offices);
  const members = new Map(groups.map((group) => [group.code, group.offices]));
  const isTheirs = ({ responsibles }: PlanActionOnDay) =>
    theirs === undefined ||
    responsibles.some(({ code }) => [code, ...(members.get(code) ?? [])].some((one) => theirs.has(one)));
  return {
    asked: asked === "" ? undefined : asked,
    office: office?.name,
    error: asked !== "" && !office ? UNKNOWN : undefined,
    offices: asTree(offices).map(({ code, name }) => ({ code, name })),
    objectives: objectives.filter(({ links }) => links.length === 0).map(shownObjective),
    plans: await plansWithout(all, at, isTheirs),
    unread: objectives.flatMap(unreadSteps),
    total: objectives.length,
  };
}

/** The actions of each adopted plan that no objective rests on, the plan in force first; never of an annualità: those of no year are actions, too. */
async function plansWithout(
  objectives: readonly ObjectiveOnDay[],
  at: AsOf["at"],
  isTheirs: (action: PlanActionOnDay) => boolean,
) {
  const onDay = new Map((await adoptedPlansOnDay(at)).map(({ plan, actions }) => [plan.id, actions]));
  return inOrderOfInterest(await plansOnDay(at.day)).flatMap(({ id, code, standing }) => {
    const actions = onDay.get(id)?.filter(isTheirs);
    if (actions === undefined) return [];
    const without = actionsWithoutObjective(actions, objectives);
    return {
      ...{ code, standing, total: actions.length },
      actions: without.map(({ code, title, years }) => ({
        code,
        title,
        years: years.map(({ year }) => year),
      })),
    };
  });
}

function shownObjective({
  code,
  title,
  document,
  number_as_written,
  first_year,
  last_year,
  offices,
}: ObjectiveOnDay) {
  return {
    code,
    title,
    document,
    number_as_written,
    first_year,
    last_year,
    offices: offices.map(({ name }) => name),
  };
}

function unreadSteps({ code, title, steps }: ObjectiveOnDay): UnreadStep[] {
  return steps
    .filter(({ isUnread }) => isUnread)
    .map((step) => ({
      ...{ code, title, ordinal: step.ordinal, name: stepName(step), text: step.text },
      planned: step.planned_as_written ?? "",
    }));
}
