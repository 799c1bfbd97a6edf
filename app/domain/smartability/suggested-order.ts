import { groupByEach } from "../grouping.ts";
import type { ProcessOnDay } from "../smartability.ts";
import { isAbove } from "../level/levels.ts";
import { type Prospect, prospectOf } from "./prospects.ts";
import { openClaims, type Reckoning } from "./what-if.ts";

/**
 * A step of the suggested order. `gain`: the processes that rise with it above the step before; `runningTotal`: those that are by
 * then above where they were before the first.
 */
export type OrderStep = { planActionId: number; gain: number; runningTotal: number };

/**
 * The order in which completing the open actions raises most processes soonest (R8): at each step the action with the greatest gain;
 * of equals, the one that most claims wait for, then the first in the order of the plan. Where no action gains by itself but
 * some would together, the order goes on with one that the nearest process lacks: its gain is 0, and it prepares the next.
 *
 * It ends when nothing can rise any more: the last running total is what completing every action gives. Only the processes that
 * wait for an action are looked at again when it is chosen.
 */
export function suggestedOrder(
  processes: readonly ProcessOnDay[],
  planOrder: readonly number[],
  reckoning: Reckoning,
): OrderStep[] {
  const waiting = waitingFor(processes, reckoning);
  const left = new Set(rankedActions(processes, planOrder, reckoning));
  const completed = new Set<number>();
  const prospects = new Map<number, Prospect>();
  for (const process of [...waiting.values()].flat()) {
    if (!prospects.has(process.id)) prospects.set(process.id, prospectOf(process, completed, reckoning));
  }

  const steps: OrderStep[] = [];
  const risen = new Set<number>();
  for (let next = nextAction(left, prospects); next !== undefined; next = nextAction(left, prospects)) {
    left.delete(next);
    completed.add(next);
    let gain = 0;
    for (const process of waiting.get(next)!) {
      const prospect = prospectOf(process, completed, reckoning);
      if (isAbove(prospect.level, prospects.get(process.id)!.level)) {
        gain += 1;
        risen.add(process.id);
      }
      prospects.set(process.id, prospect);
    }
    steps.push({ planActionId: next, gain, runningTotal: risen.size });
  }
  return steps;
}

function waitingFor(processes: readonly ProcessOnDay[], reckoning: Reckoning): Map<number, ProcessOnDay[]> {
  return groupByEach(
    processes,
    (process) => new Set(openClaims(process, reckoning).flatMap(({ awaits }) => awaits)),
  );
}

/** The actions that claims wait for, as ties are decided: those that most claims wait for first, then as in the plan. */
function rankedActions(
  processes: readonly ProcessOnDay[],
  planOrder: readonly number[],
  reckoning: Reckoning,
): number[] {
  const places = new Map(planOrder.map((id, place) => [id, place]));
  const placeOf = (id: number) => places.get(id) ?? planOrder.length;
  const claims = processes.flatMap((process) => openClaims(process, reckoning));
  const served = groupByEach(claims, ({ awaits }) => awaits);
  return [...served.keys()].sort(
    (a, b) => served.get(b)!.length - served.get(a)!.length || placeOf(a) - placeOf(b) || a - b,
  );
}

/** The action of the next step among those left, which come in the order that decides ties; undefined when nothing can rise. */
function nextAction(left: ReadonlySet<number>, prospects: ReadonlyMap<number, Prospect>): number | undefined {
  const gains = new Map<number, number>();
  let nearest: readonly number[][] = [];
  for (const { raisedBy, lacks } of prospects.values()) {
    for (const action of raisedBy) gains.set(action, (gains.get(action) ?? 0) + 1);
    if (lacks === undefined) continue;
    const distance = nearest[0]?.length ?? Infinity;
    if (lacks.length < distance) nearest = [lacks];
    else if (lacks.length === distance) nearest = [...nearest, lacks];
  }
  const greatest = Math.max(0, ...gains.values());
  const wanted = new Set(nearest.flat());
  return [...left].find((action) => (greatest > 0 ? gains.get(action) === greatest : wanted.has(action)));
}
