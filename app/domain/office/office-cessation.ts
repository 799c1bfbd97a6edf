import type { Day } from "../days.ts";
import { isActive, type OfficeFact } from "./offices.ts";
import type { PlanActionOnDay } from "../plan/plan-at.ts";
import { isOpen } from "../status/status-steps.ts";

/** What of an action an office hands over when it ceases: open annualità, a place among the responsibles, being the capofila. */
export type HeldAction = {
  id: number;
  code: string;
  title: string;
  years: { id: number; year: number; offices: readonly string[] }[];
  isResponsible: boolean;
  isLead: boolean;
};

/** All that an office hands over. `people`: the accounts that act for it, by their roles. */
export type Holdings<Plan = { code: string }> = {
  plans: { plan: Plan; actions: HeldAction[] }[];
  workProcesses: { id: number; code: string; title: string }[];
  objectives: { id: number; code: string; title: string }[];
  groups: { code: string; name: string }[];
  under: { code: string; name: string }[];
  people: string[];
};

/**
 * What an office holds of a plan's actions and would hand over (R10): what is still to be done. An annualità that is closed
 * keeps who answered for it, and so does an action of which every annualità is.
 */
export function heldActions(actions: readonly PlanActionOnDay[], office: string): HeldAction[] {
  return actions.flatMap(({ id, code, title, years, responsibles, lead }) => {
    const isOver = years.length > 0 && years.every(({ status }) => !isOpen(status));
    if (isOver) return [];
    const held = {
      id,
      code,
      title,
      years: years
        .filter(({ status, offices }) => isOpen(status) && offices.includes(office))
        .map(({ id, year, offices }) => ({ id, year, offices })),
      isResponsible: responsibles.some((one) => one.code === office),
      isLead: lead?.code === office,
    };
    return held.years.length > 0 || held.isResponsible || held.isLead ? [held] : [];
  });
}

/**
 * True when there is nothing that somebody must take over. Objectives need nobody: one that is left without an office stands, and is listed
 * as such on the desk of the RTD.
 */
export function isEmptyHanded({ plans, workProcesses, groups, under, people }: Holdings): boolean {
  return [plans, workProcesses, groups, under, people].every((things) => things.length === 0);
}

/** How many annualità are handed over, in all and of a plan. */
export function countHeldYears({ plans }: Holdings): number {
  return plans.reduce((sum, { actions }) => sum + yearsIn(actions), 0);
}

export function yearsIn(actions: readonly HeldAction[]): number {
  return actions.reduce((sum, { years }) => sum + years.length, 0);
}

export type CessationRefusal =
  "already-ceased" | "successor-required" | "successor-unknown" | "successor-is-itself" | "successor-ceased";

export type CessationDecision = { ok: true } | { ok: false; field: "successor"; reason: CessationRefusal };

/**
 * Decides whether an office may cease today, and to whom what it holds goes: to another that has not ceased. Without a
 * successor only when it holds nothing: an annualità that nobody answers for would be lost. One that is under it may
 * succeed it, and takes its place.
 *
 *     decideCessation({ office: "settore-1", successor: null }, { holdings, … }) // { ok: false, reason: "successor-required" }
 */
export function decideCessation(
  { office, successor }: { office: string; successor: string | null },
  { offices, holdings, today }: { offices: readonly OfficeFact[]; holdings: Holdings; today: Day },
): CessationDecision {
  const refused = (reason: CessationRefusal) => ({ ok: false, field: "successor", reason }) as const;
  const find = (code: string | null) => offices.find((one) => one.code === code);
  if (!isActive(find(office)!, today)) return refused("already-ceased");
  if (successor === null) return isEmptyHanded(holdings) ? { ok: true } : refused("successor-required");
  if (successor === office) return refused("successor-is-itself");
  const found = find(successor);
  if (!found) return refused("successor-unknown");
  return isActive(found, today) ? { ok: true } : refused("successor-ceased");
}
