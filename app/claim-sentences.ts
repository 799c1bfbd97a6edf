import type { Viewpoint } from "./domain/days.ts";
import type { ActionYearState } from "./domain/status/action-years.ts";
import { type Situation, situationOf } from "./domain/status/situations.ts";
import { type ClaimOnDay, type NeededAction, standsOf } from "./domain/level/claims-on-day.ts";
import { dayWith, joinWords, percentWith } from "./format.ts";
import { STATUS_LABEL } from "./labels.ts";
import { type ActionName, capitalized, joined, type Part } from "./sentence-parts.ts";

/** What a sentence is told from, beside the process: how the actions are called, by id, and the day that is looked at. */
export type Known = { actions: ReadonlyMap<number, ActionName>; at: Viewpoint };

/** Who does it and how far they are, after what is only proposed is said to be: "Lo sbloccano insieme la 4.6.1, …, e la 4.10.2, …" */
export function whoRaises(
  claims: readonly ClaimOnDay[],
  verbs: { one: string; many: string },
  known: Known,
): Part[] {
  const needs = needsOf(claims);
  const proposed = claims.filter(({ state }) => state === "proposed").length;
  const according =
    proposed === 0
      ? ""
      : claims.length === 1
        ? "secondo uno sblocco proposto, ancora da confermare, "
        : proposed === claims.length
          ? "secondo sblocchi proposti, ancora da confermare, "
          : "secondo sblocchi in parte ancora da confermare, ";
  return capitalized([
    `${according}${needs.length === 1 ? verbs.one : verbs.many} `,
    ...farWords(needs, known),
  ]);
}

/** The actions, each once: those completed together, then each of the others with what it still has to do. */
function farWords(needs: readonly NeededAction[], known: Known): Part[] {
  const done = needs.filter((need) => need.isPlanned && openAnswers(need).length === 0);
  const open = needs.filter((need) => !done.includes(need));
  const groups = open.map((need): Part[] => [
    ...theAction(need.planActionId, known),
    ", ",
    ...(need.isPlanned ? yearsWords(openAnswers(need), known) : ["senza annualità"]),
  ]);
  const completed = done.length === 0 ? [] : [completedWords(done, known)];
  const all = [...completed, ...groups];
  return all.length < 3 ? joined(all, ", e ") : joined(all, "; ", "; e ");
}

function completedWords(needs: readonly NeededAction[], known: Known): Part[] {
  const names = joined(needs.map((need) => theAction(need.planActionId, known)));
  if (needs.length > 1) return [...names, needs.length > 2 ? ", tutte completate" : ", completate"];
  const days = needs[0]!.years.map(({ answer }) => answer!.completedOn!).sort();
  return [...names, `, completata ${dayWith("il", days.at(-1)!)}`];
}

/** "in ritardo per il 2022 (80%) e per il 2023 (60%), in corso per il 2025 (70%)". */
function yearsWords(states: readonly ActionYearState[], { actions, at }: Known): Part[] {
  const situations = [...new Set(states.map((state) => situationOf(state, at)))];
  const groups = situations.map((situation) => {
    const years = states
      .filter((state) => situationOf(state, at) === situation)
      .map((state): Part[] => ["per il ", yearPart(state, actions), detailOf(state, situation)]);
    return [
      `${situation === "late" ? "in ritardo" : STATUS_LABEL[situation as keyof typeof STATUS_LABEL]} `,
      ...joined(years),
    ];
  });
  return joined(groups, ", ", ", ");
}

function yearPart({ planActionId, year }: ActionYearState, actions: Known["actions"]): Part {
  const action = actions.get(planActionId);
  return action ? { action: { plan: action.plan, code: action.code }, year } : String(year);
}

function detailOf({ status, progress }: ActionYearState, situation: Situation): string {
  if (status === "in-progress") return ` (${progress}%)`;
  if (status === "suspended")
    return situation === "late" ? ` (sospesa ${percentWith("al", progress)})` : ` (${progress}%)`;
  return situation === "late" ? ` (${STATUS_LABEL[status]})` : "";
}

/** What keeps a claim from being forecast: "la 4.10.3 è sospesa", "la 4.2.2 non ha annualità". */
export function stopWords(claims: readonly ClaimOnDay[], known: Known): Part[] {
  const stopped = needsOf(claims).flatMap((need): Part[][] => {
    if (!need.isPlanned) return [[...theAction(need.planActionId, known), " non ha annualità"]];
    const statuses = openAnswers(need).map(({ status }) => status);
    const stops = STOPS.find((status) => statuses.includes(status));
    return stops ? [[...theAction(need.planActionId, known), ` è ${STATUS_LABEL[stops]}`]] : [];
  });
  return joined(stopped);
}

/** Nothing is assumed of these (R8); one that is still rescheduled has a target that is not known. */
const STOPS = ["suspended", "rescheduled"] as const;

/** Why a claim does not act: "Lo sblocco con la 4.6.5 è decaduto: la 4.6.5 è annullata per il 2025." */
export function setAsideParts(claim: ClaimOnDay, known: Known): Part[] {
  const names = joined(claim.needs.map((need) => theAction(need.planActionId, known)));
  return ["Lo sblocco con ", ...names, " è ", ...setAsideWords(claim, known), "."];
}

/** Why a claim does not act, where it is contested or void: what every page says of it; null of the others. */
export function asideWords(claim: ClaimOnDay, known: Known): Part[] | null {
  const stands = standsOf(claim);
  return stands === "void" || stands === "contested" ? setAsideWords(claim, known) : null;
}

/** What has become of a claim that does not act and is not waiting: contested since when, or void and why. */
function setAsideWords(claim: ClaimOnDay, known: Known): Part[] {
  if (claim.state === "contested")
    return [`contestato ${dayWith("dal", claim.since)}: non vale finché il RTD non risponde`];
  if (claim.standing === "cancelled") {
    const cancelled = claim.needs.flatMap((need): Part[][] => {
      const years = openAnswers(need).filter(({ status }) => status === "cancelled");
      return years.length === 0
        ? []
        : [[...theAction(need.planActionId, known), " è ", ...yearsWords(years, known)]];
    });
    return ["decaduto: ", ...joined(cancelled)];
  }
  if (claim.standing === "withdrawn") return ["decaduto: ", ...joined(withdrawnWords(claim, known))];
  const doing = claim.needs.length === 1 ? "era completata" : "erano completate";
  return [`decaduto: ${doing} già ${dayWith("il", claim.doneOn!)} e la mappa ne ha tenuto conto`];
}

/** "la 4.6.3 non ha più il 2027": the years that a claim is narrowed to, and that are in the plan no more. */
function withdrawnWords({ needs }: ClaimOnDay, known: Known): Part[][] {
  return needs
    .filter(({ missing }) => missing.length > 0)
    .map(({ planActionId, missing }) => [
      ...theAction(planActionId, known),
      ` non ha più ${joinWords(missing.map((year) => `il ${year}`))}`,
    ]);
}

/** The actions that claims need, each once. */
function needsOf(claims: readonly ClaimOnDay[]): NeededAction[] {
  const needs = new Map<number, NeededAction>();
  for (const need of claims.flatMap((claim) => claim.needs)) {
    const known = needs.get(need.planActionId);
    const years = known ? [...known.years, ...need.years] : need.years;
    needs.set(need.planActionId, { ...need, years, isPlanned: need.isPlanned && (known?.isPlanned ?? true) });
  }
  return [...needs.values()];
}

/** The annualità that answer for an action and are not completed, each once, by year. */
function openAnswers({ years }: NeededAction): ActionYearState[] {
  const open = years.flatMap(({ named, answer }) => {
    const state = answer ?? named;
    return state.status === "completed" ? [] : [state];
  });
  const once = new Map(open.map((state) => [state.id, state]));
  return [...once.values()].sort((a, b) => a.year - b.year);
}

export function theAction(id: number, { actions }: Known): Part[] {
  const action = actions.get(id);
  if (action === undefined) return ["un’azione"];
  return [articleOf(action.code), { action: { plan: action.plan, code: action.code } }];
}

/** "la 4.6.3", "l’8.1.2". */
export function articleOf(code: string): string {
  return /^(8|11)\b/.test(code) ? "l’" : "la ";
}
