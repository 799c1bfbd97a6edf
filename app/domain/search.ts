import { groupBy } from "./grouping.ts";
import { inOrderOfInterest, type PlanStanding } from "./plan/plan-standing.ts";
import { fold, wordsOf } from "./words.ts";

/** A plan as it stands on the day looked at. */
export type SearchedPlan = { id: number; code: string; first_year: number; standing: PlanStanding };

/** An action as it held on the day. */
export type SearchedAction = { id: number; plan_id: number; code: string; title: string };

export const LABEL_KINDS = ["norm", "area", "responsible"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** A text that many actions share: an area, a norm, who answers; with the ids of the actions that bore it on the day. */
export type Label = { kind: LabelKind; text: string; actions: readonly number[] };

/** What belongs to no plan, as it is called on the day. `said`: all that it can be found by, its code among it, folded. */
export type SearchedThing = { code: string; title: string; said: string };
export type SearchedProcess = SearchedThing & { name: string; map: string };
export type SearchedObjective = SearchedThing & { document: string; offices: string[] };

/** A search is a few words: what is longer was pasted by mistake. */
export const LONGEST_SEARCH = 200;

/** What a person asks for: words and, when one of them is the code of a plan, that plan alone. */
export type Search<Plan> = { words: string[]; plan: Plan | undefined };

/** «pagopa 2021–2023» asks for pagopa in the plan 2021-2023; «2021-2023» alone is a word like any other. */
export function readSearch<Plan extends SearchedPlan>(text: string, plans: readonly Plan[]): Search<Plan> {
  const words = wordsOf(text);
  const plan = words.length > 1 ? plans.find(({ code }) => words.includes(fold(code))) : undefined;
  return { words: words.filter((word) => !plan || word !== fold(plan.code)), plan };
}

/**
 * The one action that a person names by its code, if that is all they typed: of the plan they also named, else of the plan
 * in force, else of the latest that has it.
 */
export function actionNamed<Plan extends SearchedPlan>(
  actions: readonly SearchedAction[],
  { words, plan }: Search<Plan>,
  plans: readonly Plan[],
): { action: SearchedAction; plan: Plan } | undefined {
  if (words.length !== 1) return undefined;
  const named = actions.filter(({ code }) => fold(code) === words[0]);
  const places = plan ? [plan] : inOrderOfInterest(plans);
  return places
    .flatMap((one) =>
      named.filter(({ plan_id }) => plan_id === one.id).map((action) => ({ action, plan: one })),
    )
    .at(0);
}

/**
 * The actions in which every word is found, by plan; within a plan those that say it best first, else in the order given.
 * The words may be found in different places:
 *
 *     «settori identità» finds an action titled "Identità digitale" that the "Dirigenti dei Settori" answer for
 */
export function searchActions<Plan extends SearchedPlan>(
  actions: readonly SearchedAction[],
  labels: readonly Label[],
  { words, plan }: Search<Plan>,
  plans: readonly Plan[],
): { plan: Plan; actions: SearchedAction[] }[] {
  if (words.length === 0) return [];
  const byLabel = words.map((word) => distancesByLabel(labels, word));
  const found = actions
    .map((action) => ({ action, distance: distanceOf(action, words, byLabel) }))
    .filter(({ distance }) => distance < NOT_FOUND)
    .sort((a, b) => a.distance - b.distance);
  const byPlan = groupBy(found, ({ action }) => action.plan_id);
  return inOrderOfInterest(plans)
    .filter((one) => byPlan.has(one.id) && (!plan || plan.id === one.id))
    .map((one) => ({ plan: one, actions: byPlan.get(one.id)!.map(({ action }) => action) }));
}

/** The one process or objective that a person names by its code, if that is all they typed: they belong to no plan. */
export function thingNamed<Thing extends SearchedThing, Plan>(
  things: readonly Thing[],
  { words, plan }: Search<Plan>,
): Thing | undefined {
  if (plan !== undefined || words.length !== 1) return undefined;
  return things.find(({ code }) => fold(code) === words[0]);
}

/** The processes or objectives in which every word is found, those whose title says them all first. */
export function searchThings<Thing extends SearchedThing, Plan>(
  things: readonly Thing[],
  { words, plan }: Search<Plan>,
): Thing[] {
  if (plan !== undefined || words.length === 0) return [];
  const found = things.filter(({ said }) => words.every((word) => said.includes(word)));
  const byTitle = groupBy(found, ({ title }) => {
    const folded = fold(title);
    return words.every((word) => folded.includes(word));
  });
  return [...(byTitle.get(true) ?? []), ...(byTitle.get(false) ?? [])];
}

const NOT_FOUND = Number.POSITIVE_INFINITY;

/** How telling a label is: a title that says the word comes before any. */
const LABEL_DISTANCE: Record<LabelKind, number> = { norm: 4, area: 8, responsible: 16 };

/** How far an action is from the words: the sum of what separates each from the most telling place where it is found. */
function distanceOf(
  { id, code, title }: SearchedAction,
  words: readonly string[],
  byLabel: readonly ReadonlyMap<number, number>[],
): number {
  const text = fold(`${code} ${title}`);
  let sum = 0;
  for (const [index, word] of words.entries()) {
    const inText = distanceInText(text, word, code.length);
    sum += inText < NOT_FOUND ? inText : (byLabel[index]!.get(id) ?? NOT_FOUND);
    if (sum === NOT_FOUND) break;
  }
  return sum;
}

/** A whole part of the code first ("4.1" finds 4.1.2 before 4.10.3), then what begins a word of the title. */
function distanceInText(text: string, word: string, codeLength: number): number {
  if (text.startsWith(word)) return text.startsWith(`${word}.`) || word.length === codeLength ? 0 : 1;
  if (!text.includes(word, codeLength)) return NOT_FOUND;
  return BEFORE_A_WORD.some((before) => text.includes(before + word, codeLength)) ? 1 : 2;
}

const BEFORE_A_WORD = [" ", "'", "(", "-", "/"];

/** For each action that bears a label in which the word is found, how telling the best of them is. */
function distancesByLabel(labels: readonly Label[], word: string): Map<number, number> {
  const distances = new Map<number, number>();
  const telling = labels
    .filter(({ text }) => fold(text).includes(word))
    .sort((a, b) => LABEL_DISTANCE[b.kind] - LABEL_DISTANCE[a.kind]);
  for (const { kind, actions } of telling) for (const id of actions) distances.set(id, LABEL_DISTANCE[kind]);
  return distances;
}
