import { derivedStatus, type DerivedStatus } from "../status/action-status.ts";
import {
  type ActionYearFact,
  type ActionYearState,
  actionYearsAt,
  type LineFact,
  silenceOf,
} from "../status/action-years.ts";
import type { Viewpoint } from "../days.ts";
import { groupBy } from "../grouping.ts";
import type { Answerable } from "../permissions.ts";
import { type Situation, situationOf } from "../status/situations.ts";
import type { Theme } from "./themes.ts";
import { type Progress, progressOf } from "./yearly-progress.ts";

/** What the database knows of a plan (or of one action) on a day; the shapes are those of `listPlanFacts`. */
export type PlanFacts = {
  actions: {
    id: number;
    plan_id: number;
    plan_code: string;
    code: string;
    continues_id: number | null;
    title: string;
    weight: number;
    unknown_year_count: number;
    area_code: string;
  }[];
  actionYears: (ActionYearFact & { adopted: 0 | 1 })[];
  lines: LineFact[];
  responsibles: { plan_action_id: number; code: string; name: string | null }[];
  offices: { action_year_id: number; code: string; name: string }[];
  themes: { plan_action_id: number; theme: Theme }[];
  leads: { plan_action_id: number; code: string; name: string }[];
};

/** Where a rescheduled annualità is to be found: a year of the same action, or of the one that continues it in another plan (R1). */
export type Target = { plan: string; code: string; year: number; beyondPlan: boolean; inNextPlan: boolean };

/** One X, with what it is counted in (R5), how silent it is (R6) and who answers for it (R10, R11). */
export type PlanActionYear = ActionYearState &
  Answerable & {
    situation: Situation;
    silence: { days: number; everUpdated: boolean } | undefined;
    weight: number;
    adopted: boolean;
    target: Target | null;
    origins: number[];
  };

export type PlanActionOnDay = {
  id: number;
  code: string;
  areaCode: string;
  title: string;
  weight: number;
  unknownYearCount: number;
  themes: Theme[];
  responsibles: { code: string; name: string | null }[];
  lead: { code: string; name: string } | null;
  status: DerivedStatus;
  progress: Progress;
  years: PlanActionYear[];
};

/**
 * A plan on a day (R4): its actions in order, each with its annualità by year (beyond the plan included), its derived
 * status and its progress. Actions of later plans among the facts only answer for rescheduled annualità (R1).
 */
export function planAt(
  facts: PlanFacts,
  plan: { id: number; first_year: number; last_year: number },
  at: Viewpoint,
): PlanActionOnDay[] {
  const states = actionYearsAt(facts.actionYears, facts.lines, at);
  const of = {
    states,
    facts: new Map(facts.actionYears.map((fact) => [fact.id, fact])),
    actions: new Map(facts.actions.map((action) => [action.id, action])),
    byAction: groupBy(states.values(), (state) => state.planActionId),
    responsibles: groupBy(facts.responsibles, (one) => one.plan_action_id),
    offices: groupBy(facts.offices, (one) => one.action_year_id),
    themes: groupBy(facts.themes, (one) => one.plan_action_id),
    leads: new Map(facts.leads.map((one) => [one.plan_action_id, { code: one.code, name: one.name }])),
  };
  return facts.actions
    .filter((action) => action.plan_id === plan.id)
    .map((action) => actionOnDay(action, of, plan, at));
}

/** The annualità of an action that the plan's yearly figures count: those of its years (R1: beyond the plan is never among them). */
export function withinPlan(
  years: readonly PlanActionYear[],
  plan: { first_year: number; last_year: number },
): PlanActionYear[] {
  return years.filter(({ year }) => plan.first_year <= year && year <= plan.last_year);
}

type Indexed = {
  states: Map<number, ActionYearState>;
  facts: Map<number, PlanFacts["actionYears"][number]>;
  actions: Map<number, PlanFacts["actions"][number]>;
  byAction: Map<number, ActionYearState[]>;
  responsibles: Map<number, PlanFacts["responsibles"]>;
  offices: Map<number, PlanFacts["offices"]>;
  themes: Map<number, PlanFacts["themes"]>;
  leads: Map<number, { code: string; name: string }>;
};

function actionOnDay(
  action: PlanFacts["actions"][number],
  of: Indexed,
  plan: { last_year: number },
  at: Viewpoint,
): PlanActionOnDay {
  const own = of.byAction.get(action.id) ?? [];
  const lead = of.leads.get(action.id) ?? null;
  const years = own
    .map((state) => actionYearOnDay(state, { action, lead, of, plan, at }))
    .sort((a, b) => a.year - b.year);
  return {
    id: action.id,
    code: action.code,
    areaCode: action.area_code,
    title: action.title,
    weight: action.weight,
    unknownYearCount: action.unknown_year_count,
    themes: (of.themes.get(action.id) ?? []).map(({ theme }) => theme),
    responsibles: (of.responsibles.get(action.id) ?? []).map(({ code, name }) => ({ code, name })),
    lead,
    status: derivedStatus(own, of.states),
    progress: progressOf(years),
    years,
  };
}

/** Field by field: an object spread into a larger one is several times slower to make and to read, and a plan has thousands. */
function actionYearOnDay(
  state: ActionYearState,
  {
    action,
    lead,
    of,
    plan,
    at,
  }: {
    action: PlanFacts["actions"][number];
    lead: { code: string } | null;
    of: Indexed;
    plan: { last_year: number };
    at: Viewpoint;
  },
): PlanActionYear {
  return {
    id: state.id,
    planActionId: state.planActionId,
    year: state.year,
    status: state.status,
    progress: state.progress,
    dueOn: state.dueOn,
    proven: state.proven,
    completedOn: state.completedOn,
    targetId: state.targetId,
    targetSince: state.targetSince,
    effectiveOn: state.effectiveOn,
    recordedAt: state.recordedAt,
    addedOn: state.addedOn,
    comesFrom: state.comesFrom,
    situation: situationOf(state, at),
    silence: silenceOf(state, at),
    weight: action.weight,
    adopted: of.facts.get(state.id)?.adopted === 1,
    offices: (of.offices.get(state.id) ?? []).map(({ code }) => code),
    lead: lead?.code ?? null,
    target: targetOf(state, of, plan),
    origins: state.comesFrom.map((id) => of.facts.get(id)!.year),
  };
}

function targetOf(state: ActionYearState, of: Indexed, plan: { last_year: number }): Target | null {
  const target = state.targetId === null ? undefined : of.facts.get(state.targetId);
  const action = target && of.actions.get(target.plan_action_id);
  if (!target || !action) return null;
  const inNextPlan = action.id !== state.planActionId;
  return {
    plan: action.plan_code,
    code: action.code,
    year: target.year,
    beyondPlan: !inNextPlan && target.year > plan.last_year,
    inNextPlan,
  };
}
