import type { Day, Viewpoint } from "../days.ts";
import { groupBy } from "../grouping.ts";
import { heldOn, type Held } from "../life.ts";
import { type ActionYearState, actionYearsAt, type LineFact } from "../status/action-years.ts";

/**
 * The annualità of the actions that claims name, and of those that continue them, with all their lives and every line that
 * counts: from these the work of any day can be told without asking the database again.
 */
export type WorkFacts = {
  actionYears: readonly { id: number; plan_action_id: number; year: number }[];
  lives: readonly (Held & { action_year_id: number; due_on: Day | null })[];
  lines: readonly LineFact[];
};

/** The annualità that stand on a day, by id and by action; `yearOf`: the year of each, whether or not it stands. */
export type Work = {
  at: Viewpoint;
  states: ReadonlyMap<number, ActionYearState>;
  byAction: ReadonlyMap<number, readonly ActionYearState[]>;
  yearOf: ReadonlyMap<number, number>;
};

/** The work that claims name, as it is on a day (R1, R4). */
export function workAt({ actionYears, lives, lines }: WorkFacts, at: Viewpoint): Work {
  const held = new Map(heldOn(lives, at.day).map((life) => [life.action_year_id, life]));
  const facts = actionYears.map(({ id, plan_action_id, year }) => ({
    id,
    plan_action_id,
    year,
    planned_from_on: held.get(id)?.held_from_on ?? null,
    planned_due_on: held.get(id)?.due_on ?? null,
  }));
  const states = actionYearsAt(facts, lines, at);
  return {
    at,
    states,
    byAction: groupBy(states.values(), (state) => state.planActionId),
    yearOf: new Map(actionYears.map(({ id, year }) => [id, year])),
  };
}
