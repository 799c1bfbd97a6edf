import { planActionAddress, workProcessAddress } from "#app/addresses.ts";
import type { AsOf } from "#app/as-of.server.ts";
import type { Day } from "#app/domain/days.ts";
import {
  actionNamed,
  type Label,
  readSearch,
  type SearchedAction,
  type SearchedObjective,
  type SearchedProcess,
  searchActions,
  searchThings,
  thingNamed,
} from "#app/domain/search.ts";
import { objectiveAddress } from "#app/objective-addresses.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import {
  listLabels,
  listSearchedActions,
  listSearchedObjectives,
  listSearchedProcesses,
} from "#db/search.ts";
import { plansOnDay } from "./plan/plans-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** How many actions of each plan are listed, and how many where one plan is all there is to list. */
const LISTED = { each: 20, alone: 200 };

/** What is found outside the plans. */
const NOTHING = { processes: { total: 0, listed: [] }, objectives: { total: 0, listed: [] } };

/**
 * What a text finds on a day, in one plan or in all: actions by plan and, where no plan is named, objectives and processes; or the
 * address of the one that it names.
 */
export async function searchOnDay(text: string, { at, al }: AsOf, planCode: string | undefined) {
  const plans = (await plansOnDay(at.day)).filter(({ code }) => planCode === undefined || code === planCode);
  const search = readSearch(text, plans);
  const { words } = search;
  if (words.length === 0) return { jump: undefined, words, results: [], ...NOTHING };
  const { actions, labels, ...all } = await searchedOn(at.day);
  const outside = planCode === undefined ? all : { processes: [], objectives: [] };
  const jump = addressNamed(search, { actions, plans, ...outside }, al);
  if (jump) return { jump, words, results: [], ...NOTHING };

  const found = searchActions(actions, labels, search, plans);
  const processes = searchThings(outside.processes, search);
  const objectives = searchThings(outside.objectives, search);
  const groups = found.length + [processes, objectives].filter(({ length }) => length > 0).length;
  const most = groups === 1 ? LISTED.alone : LISTED.each;
  return {
    jump: undefined,
    words,
    results: found.map(({ plan, actions }) => ({
      plan: { code: plan.code, standing: plan.standing },
      total: actions.length,
      listed: actions.slice(0, most).map((action) => resultOf(action, labels)),
    })),
    processes: { total: processes.length, listed: processes.slice(0, most).map(processResult) },
    objectives: { total: objectives.length, listed: objectives.slice(0, most).map(objectiveResult) },
  };
}

type SearchedPlans = Awaited<ReturnType<typeof plansOnDay>>;
type Searched = Awaited<ReturnType<typeof searchedOn>>;

function addressNamed(
  search: ReturnType<typeof readSearch<SearchedPlans[number]>>,
  found: Pick<Searched, "actions" | "processes" | "objectives"> & { plans: SearchedPlans },
  al: Day | undefined,
): string | undefined {
  const named = actionNamed(found.actions, search, found.plans);
  if (named) return planActionAddress(named.plan.code, named.action.code, al);
  const process = thingNamed(found.processes, search);
  if (process) return workProcessAddress(process.code, al);
  const objective = thingNamed(found.objectives, search);
  return objective && objectiveAddress(objective.code, al);
}

/** All that can be found on a day, read once while nothing changes. */
export function searchedOn(day: Day) {
  return whileUnchanged(
    ["cerca", day],
    () =>
      inReadTransaction(db, async (tx) => ({
        actions: await listSearchedActions(tx, day),
        labels: await listLabels(tx, day),
        processes: await listSearchedProcesses(tx, day),
        objectives: await listSearchedObjectives(tx, day),
      })),
    ({ actions, processes, objectives }) => actions.length + processes.length + objectives.length,
  );
}

/** An action as it is listed: under its title, its area, who answers, its norms. */
function resultOf({ id, code, title }: SearchedAction, labels: readonly Label[]) {
  const borne = (wanted: Label["kind"]) =>
    labels.filter(({ kind, actions }) => kind === wanted && actions.includes(id)).map(({ text }) => text);
  return { code, title, about: [...borne("area"), ...borne("responsible"), ...borne("norm")] };
}

function processResult({ code, title, name, map }: SearchedProcess) {
  return { code, title, name: name === title ? null : name, map };
}

function objectiveResult({ code, title, document, offices }: SearchedObjective) {
  return { code, title, document, offices };
}
