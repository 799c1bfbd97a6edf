import type { Day } from "../days.ts";
import { compareCodes } from "../edit/plan-action-edits.ts";
import type { PlanActionOnDay, PlanActionYear } from "../plan/plan-at.ts";
import { isOpen } from "../status/status-steps.ts";

/** An annualità that its plan leaves unfinished, in its place. */
export type Unfinished = {
  plan: string;
  planActionId: number;
  code: string;
  title: string;
  areaCode: string;
  actionYear: PlanActionYear;
};

/**
 * What a plan can hand over to the next one (R1): every annualità in which work is still expected, beyond the plan too. What
 * was rescheduled is not among it: its target is, where that is open.
 */
export function unfinishedOf(plan: string, actions: readonly PlanActionOnDay[]): Unfinished[] {
  return actions.flatMap(({ id, code, title, areaCode, years }) =>
    years
      .filter((year) => isOpen(year.status))
      .map((actionYear) => ({ plan, planActionId: id, code, title, areaCode, actionYear })),
  );
}

/** An action as the plans tie it to others: `continues_id` is the one of the plan before that goes on in it. */
export type Link = { id: number; continues_id: number | null };

/** Which action goes on in which, by their ids: an action goes on along one line. */
export function continuingOf(links: readonly Link[]): Map<number, number> {
  return new Map(
    links.flatMap(({ id, continues_id }) => (continues_id === null ? [] : [[continues_id, id]])),
  );
}

/**
 * The last action of those that continue another, itself where none does: what a new plan continues. An action of 2021 that
 * went on in 2024 is continued from there, also by what was left open in 2021.
 */
export function headOf(id: number, continuing: ReadonlyMap<number, number>): number {
  const next = continuing.get(id);
  return next === undefined ? id : headOf(next, continuing);
}

/** An annualità chosen for carrying over, with the action that the new plan is to continue and how that is called. */
export type Chosen = { actionYearId: number; headId: number; headCode: string; year: number };

/** An action of the new plan: what it continues, its years, and what is carried into each. */
export type Continuation = {
  continuesId: number;
  code: string;
  years: { year: number; sources: number[] }[];
};

/**
 * The actions that a new plan begins with: one for each that something is carried over from, under the same code, in the order
 * of the codes, with the years chosen. Two annualità may go to the same year. A code that another one has already gives way to the next free one.
 */
export function continuationsOf(chosen: readonly Chosen[]): Continuation[] {
  const heads = new Map(chosen.map(({ headId, headCode }) => [headId, headCode]));
  const taken: string[] = [];
  const inOrder = [...heads].sort(([, a], [, b]) => compareCodes(a, b));
  return inOrder.map(([continuesId, headCode]) => {
    const code = freeCode(headCode, taken);
    taken.push(code);
    const own = chosen.filter(({ headId }) => headId === continuesId);
    const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b);
    const sourcesOf = (year: number) =>
      own.filter((one) => one.year === year).map(({ actionYearId }) => actionYearId);
    return { continuesId, code, years: years.map((year) => ({ year, sources: sourcesOf(year) })) };
  });
}

/** The code asked for or, where it is taken, the first free number after those of its area: 4.3.6 → 4.3.9. */
export function freeCode(asked: string, taken: readonly string[]): string {
  if (!taken.includes(asked)) return asked;
  const area = asked.slice(0, asked.lastIndexOf(".") + 1);
  const numbers = taken
    .filter((code) => code.startsWith(area))
    .map((code) => Number(code.slice(area.length)))
    .filter(Number.isInteger);
  return `${area}${Math.max(0, ...numbers) + 1}`;
}

/** A later plan with what of it continues the action looked at, if anything. */
export type LaterPlan = {
  code: string;
  first_year: number;
  last_year: number;
  /** Null for a draft. */
  adopted_on: Day | null;
  continuing: boolean;
};

/**
 * The later plans into which one annualità can be carried over: those whose years are not over in `year`, and that come after
 * every adopted plan in which the action goes on already, or are one of them: an action continues along one line. A draft gives
 * way: its action is then said to continue the one made in between.
 */
export function plansToCarryInto<Plan extends LaterPlan>(later: readonly Plan[], year: number): Plan[] {
  return later.filter(
    (plan) =>
      plan.last_year >= year &&
      (plan.continuing ||
        !later.some(
          (other) => other.continuing && other.adopted_on !== null && other.first_year > plan.first_year,
        )),
  );
}
