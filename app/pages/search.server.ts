import { planActionAddress } from "#app/addresses.ts";
import type { AsOf } from "#app/as-of.server.ts";
import type { Day } from "#app/domain/days.ts";
import {
  actionNamed,
  type Label,
  readSearch,
  type SearchedAction,
  searchActions,
} from "#app/domain/search.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listLabels, listSearchedActions } from "#db/search.ts";
import { plansOnDay } from "./plan/plans-on-day.server.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";

/** How many actions of each plan are listed, and how many where one plan is all there is to list. */
const LISTED = { each: 20, alone: 200 };

/** What a text finds on a day, in one plan or in all: actions by plan, or the address of the one action that it names. */
export async function searchOnDay(text: string, { at, al }: AsOf, planCode: string | undefined) {
  const plans = (await plansOnDay(at.day)).filter(({ code }) => planCode === undefined || code === planCode);
  const search = readSearch(text, plans);
  const { words } = search;
  if (words.length === 0) return { jump: undefined, words, results: [] };
  const { actions, labels } = await searchedOn(at.day);
  const named = actionNamed(actions, search, plans);
  if (named) return { jump: planActionAddress(named.plan.code, named.action.code, al), words, results: [] };

  const found = searchActions(actions, labels, search, plans);
  const most = found.length === 1 ? LISTED.alone : LISTED.each;
  const results = found.map(({ plan, actions }) => ({
    plan: { code: plan.code, standing: plan.standing },
    total: actions.length,
    listed: actions.slice(0, most).map((action) => resultOf(action, labels)),
  }));
  return { jump: undefined, words, results };
}

/** All that can be found on a day, read once while nothing changes. */
function searchedOn(day: Day) {
  return whileUnchanged(
    ["cerca", day],
    () =>
      inReadTransaction(db, async (tx) => ({
        actions: await listSearchedActions(tx, day),
        labels: await listLabels(tx, day),
      })),
    ({ actions }) => actions.length,
  );
}

/** An action as it is listed: under its title, its area, who answers, its norms. */
function resultOf({ id, code, title }: SearchedAction, labels: readonly Label[]) {
  const borne = (wanted: Label["kind"]) =>
    labels.filter(({ kind, actions }) => kind === wanted && actions.includes(id)).map(({ text }) => text);
  return { code, title, about: [...borne("area"), ...borne("responsible"), ...borne("norm")] };
}
