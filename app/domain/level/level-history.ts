import { asOf, type Day } from "../days.ts";
import type { Held } from "../life.ts";
import { type BlockerOnDay, type MapFacts, type ProcessOnDay, smartabilityAt } from "../smartability.ts";
import { workAt, type WorkFacts } from "./claimed-work.ts";
import { heldClaims } from "./turns.ts";
import type { Level } from "./levels.ts";

/**
 * A day on which the level of a process became another, and what altered on that day: claims that began or ceased to hold, blockers
 * added, retired or found to be otherwise. `from`: null on its first day; `level`: null from the day on which it is retired.
 */
export type LevelChange = {
  day: Day;
  from: Level | null;
  level: Level | null;
  began: number[];
  ceased: number[];
  blockersAdded: number[];
  blockersRetired: number[];
  blockersChanged: number[];
};

/**
 * The levels of one process over the days up to one (R4, R7), the first one first, with all that is known now: a completion counts
 * from the day on which it took effect, whenever it was recorded. `facts` and `work`: those that its levels follow from.
 */
export function levelHistory(
  processId: number,
  { facts, work }: { facts: MapFacts; work: WorkFacts },
  until: Day,
): LevelChange[] {
  const changes: LevelChange[] = [];
  let before: ProcessOnDay | undefined;
  for (const day of daysOfChange(facts, work).filter((day) => day <= until)) {
    const after = smartabilityAt(facts, workAt(work, asOf(day))).find(({ id }) => id === processId);
    if (before?.level !== after?.level) changes.push(changeOf(day, before, after));
    before = after;
  }
  return changes;
}

/** The days on which something that a level follows from begins or ends. */
function daysOfChange({ processes, blockers, claims }: MapFacts, { lives, lines }: WorkFacts): Day[] {
  const held: readonly Held[] = [...processes, ...blockers, ...claims, ...lives];
  const days = held.flatMap(({ held_from_on, held_until_on }) =>
    held_until_on === null ? [held_from_on] : [held_from_on, held_until_on],
  );
  return [...new Set([...days, ...lines.map(({ effective_on }) => effective_on)])].sort();
}

function changeOf(day: Day, before: ProcessOnDay | undefined, after: ProcessOnDay | undefined): LevelChange {
  const [held, holding] = [heldIds(before), heldIds(after)];
  const [were, are] = [blockersOf(before), blockersOf(after)];
  const altered = before !== undefined && after !== undefined;
  return {
    day,
    from: before?.level ?? null,
    level: after?.level ?? null,
    began: altered ? holding.filter((id) => !held.includes(id)) : [],
    ceased: altered ? held.filter((id) => !holding.includes(id)) : [],
    blockersAdded: altered ? [...are.keys()].filter((id) => !were.has(id)) : [],
    blockersRetired: altered ? [...were.keys()].filter((id) => !are.has(id)) : [],
    blockersChanged: altered
      ? [...are.values()].filter((is) => isOtherwise(were.get(is.id), is)).map(({ id }) => id)
      : [],
  };
}

function heldIds(process: ProcessOnDay | undefined): number[] {
  return process === undefined ? [] : [...heldClaims(process).keys()];
}

function blockersOf(process: ProcessOnDay | undefined): Map<number, BlockerOnDay> {
  return new Map((process?.blockers ?? []).map((blocker) => [blocker.id, blocker]));
}

function isOtherwise(was: BlockerOnDay | undefined, is: BlockerOnDay): boolean {
  return was !== undefined && (was.extent !== is.extent || was.removability !== is.removability);
}
