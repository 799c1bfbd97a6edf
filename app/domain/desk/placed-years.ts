import { isStale } from "../plan/freshness.ts";
import { RTD } from "../office/offices.ts";
import { contributingOffices, mayUpdate, type Person } from "../permissions.ts";
import type { PlanActionOnDay, PlanActionYear } from "../plan/plan-at.ts";

/** A plan with its actions on a day, as `planOnDay` reads it. */
export type PlanOnDay = {
  plan: { code: string; first_year: number; last_year: number };
  actions: readonly PlanActionOnDay[];
};

/**
 * An annualità in its place, as desks and rounds name it. `nextPlan`: the adopted plan that came after, where there is one;
 * `isOfRtd`: the role RTD is among the responsibles.
 */
export type PlacedYear = {
  plan: string;
  code: string;
  title: string;
  beyondPlan: boolean;
  nextPlan: string | null;
  isOfRtd: boolean;
  actionYear: PlanActionYear;
};

/** Why an annualità is brought up: late (R1), or open without a word for too long (R6). One that is late and silent is late. */
export const REASONS_TO_ASK = ["late", "never-updated", "stale"] as const;
export type ReasonToAsk = (typeof REASONS_TO_ASK)[number];

/** Every annualità of some plans, those beyond a plan included: work is expected there, too. The earlier plan comes first. */
export function placedYears(plans: readonly PlanOnDay[]): PlacedYear[] {
  const inOrder = [...plans].sort((a, b) => a.plan.first_year - b.plan.first_year);
  return inOrder.flatMap(({ plan, actions }, index) =>
    actions.flatMap((action) =>
      action.years.map((actionYear) => ({
        plan: plan.code,
        code: action.code,
        title: action.title,
        beyondPlan: actionYear.year > plan.last_year,
        nextPlan: inOrder[index + 1]?.plan.code ?? null,
        isOfRtd: action.responsibles.some(({ code }) => code === RTD),
        actionYear,
      })),
    ),
  );
}

export function reasonToAsk(actionYear: PlanActionYear): ReasonToAsk | undefined {
  if (actionYear.situation === "late") return "late";
  if (!isStale(actionYear)) return undefined;
  return actionYear.silence?.everUpdated ? "stale" : "never-updated";
}

/** True where an office of theirs answers, alone or with others, or is the capofila (R11). */
export function isOwn(person: Person, { offices, lead }: PlanActionYear): boolean {
  const theirs = (office: string) => person.offices.includes(office);
  return offices.some(theirs) || (lead !== null && theirs(lead));
}

/** How a person brings an annualità up to date (R10, R11): its status, a contribution of their offices, or not at all. */
export function wayToUpdate(person: Person, actionYear: PlanActionYear): "status" | "contribution" | null {
  if (mayUpdate(person, actionYear)) return "status";
  return contributingOffices(person, actionYear).length > 0 ? "contribution" : null;
}

/** The most silent first; of two alike, in the order of the plans. */
export function mostSilentFirst<One extends { actionYear: PlanActionYear }>(ones: readonly One[]): One[] {
  return [...ones].sort((a, b) => silentDays(b) - silentDays(a));
}

/** The nearest due day first, which of what is late is the day longest past. */
export function nearestDueFirst<One extends { actionYear: PlanActionYear }>(ones: readonly One[]): One[] {
  return [...ones].sort((a, b) => a.actionYear.dueOn.localeCompare(b.actionYear.dueOn));
}

function silentDays({ actionYear }: { actionYear: PlanActionYear }): number {
  return actionYear.silence?.days ?? 0;
}
