import { planActionAddress, workProcessAddress } from "#app/addresses.ts";
import type { AsOf } from "#app/as-of.server.ts";
import type { Day } from "#app/domain/days.ts";
import {
  actionNamed,
  type Label,
  processNamed,
  readSearch,
  type SearchedAction,
  searchActions,
  searchProcesses,
} from "#app/domain/search.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listLabels, listSearchedActions, listSearchedProcesses } from "#db/search.ts";
import { plansOnDay } from "./plan/plans-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** How many actions of each plan are listed, and how many where one plan is all there is to list. */
const LISTED = { each: 20, alone: 200 };

const NO_PROCESSES = { total: 0, listed: [] };

/**
 * What a text finds on a day, in one plan or in all: actions by plan and, where no plan is named, processes; or the address of the
 * one action or process that it names.
 */
export async function searchOnDay(text: string, { at, al }: AsOf, planCode: string | undefined) {
  const plans = (await plansOnDay(at.day)).filter(({ code }) => planCode === undefined || code === planCode);
  const search = readSearch(text, plans);
  const { words } = search;
  if (words.length === 0) return { jump: undefined, words, results: [], processes: NO_PROCESSES };
  const { actions, labels, processes: all } = await searchedOn(at.day);
  const jump = addressNamed(search, { actions, plans, processes: planCode === undefined ? all : [] }, al);
  if (jump) return { jump, words, results: [], processes: NO_PROCESSES };

  const found = searchActions(actions, labels, search, plans);
  const processes = planCode === undefined ? searchProcesses(all, search) : [];
  const isAlone = found.length + (processes.length > 0 ? 1 : 0) === 1;
  const most = isAlone ? LISTED.alone : LISTED.each;
  const results = found.map(({ plan, actions }) => ({
    plan: { code: plan.code, standing: plan.standing },
    total: actions.length,
    listed: actions.slice(0, most).map((action) => resultOf(action, labels)),
  }));
  const listed = processes
    .slice(0, most)
    .map(({ code, title, name, map }) => ({ code, title, name: name === title ? null : name, map }));
  return { jump: undefined, words, results, processes: { total: processes.length, listed } };
}

type SearchedPlans = Awaited<ReturnType<typeof plansOnDay>>;
type Searched = Awaited<ReturnType<typeof searchedOn>>;

function addressNamed(
  search: ReturnType<typeof readSearch<SearchedPlans[number]>>,
  { actions, plans, processes }: Pick<Searched, "actions" | "processes"> & { plans: SearchedPlans },
  al: Day | undefined,
): string | undefined {
  const named = actionNamed(actions, search, plans);
  if (named) return planActionAddress(named.plan.code, named.action.code, al);
  const process = processNamed(processes, search);
  return process && workProcessAddress(process.code, al);
}

/** All that can be found on a day, read once while nothing changes. */
function searchedOn(day: Day) {
  return whileUnchanged(
    ["cerca", day],
    () =>
      inReadTransaction(db, async (tx) => ({
        actions: await listSearchedActions(tx, day),
        labels: await listLabels(tx, day),
        processes: await listSearchedProcesses(tx, day),
      })),
    ({ actions, processes }) => actions.length + processes.length,
  );
}

/** An action as it is listed: under its title, its area, who answers, its norms. */
function resultOf({ id, code, title }: SearchedAction, labels: readonly Label[]) {
  const borne = (wanted: Label["kind"]) =>
    labels.filter(({ kind, actions }) => kind === wanted && actions.includes(id)).map(({ text }) => text);
  return { code, title, about: [...borne("area"), ...borne("responsible"), ...borne("norm")] };
}
