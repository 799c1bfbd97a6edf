import type { ProcessOnDay } from "../smartability.ts";
import { isAbove, type Level } from "./levels.ts";
import { ifCompleted } from "./what-if.ts";

/** An action as addresses and exports name it: `2021-2023/4.6.3`. */
export function actionName({ plan, code }: { plan: string; code: string }): string {
  return `${plan}/${code}`;
}

/**
 * The actions that an address asks to take as completed (R8), once each and in the order of `awaited`, the actions that claims wait
 * for by their names: addresses that name the same ones ask the same. `ignored`: what names none of them, as it was written.
 */
export function readSupposed(
  asked: readonly string[],
  awaited: ReadonlyMap<string, number>,
): { names: string[]; ids: number[]; ignored: string[] } {
  const written = new Set(asked.map((name) => name.trim()).filter((name) => name !== ""));
  const names = [...awaited.keys()].filter((name) => written.has(name));
  return {
    names,
    ids: names.map((name) => awaited.get(name)!),
    ignored: [...written].filter((name) => !awaited.has(name)),
  };
}

/** A process that would rise, and between which levels. */
export type Rise = { id: number; from: Level; to: Level };

/**
 * The processes that would rise if some actions were completed (R8): by confirmed claims and, apart, what would rise further if the
 * proposed ones were confirmed too. Never summed: a process may be in both, one step each. `anyway`: how many of the latter rise
 * by the confirmations alone, whatever is completed.
 */
export function risesIf(
  processes: readonly ProcessOnDay[],
  actionIds: readonly number[],
): { confirmed: Rise[]; proposed: Rise[]; anyway: number } {
  const today = new Map(processes.map(({ id, level }) => [id, level]));
  const confirmed = ifCompleted(processes, actionIds, { withProposed: false });
  const proposed = ifCompleted(processes, actionIds, { withProposed: true });
  const withoutWork = ifCompleted(processes, [], { withProposed: true });
  const further = risesBetween(confirmed, proposed);
  return {
    confirmed: risesBetween(today, confirmed),
    proposed: further,
    anyway: further.filter(({ id, from }) => isAbove(withoutWork.get(id)!, from)).length,
  };
}

function risesBetween(before: ReadonlyMap<number, Level>, after: ReadonlyMap<number, Level>): Rise[] {
  return [...before].flatMap(([id, from]) => {
    const to = after.get(id)!;
    return isAbove(to, from) ? [{ id, from, to }] : [];
  });
}
