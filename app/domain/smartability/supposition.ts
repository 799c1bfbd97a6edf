import { type ActionRef, readActionName } from "../plan/action-names.ts";
import type { ProcessOnDay } from "../smartability.ts";
import { isAbove, type Level } from "../level/levels.ts";
import { ifCompleted } from "./what-if.ts";

/**
 * The actions that an address asks to take as completed (R8), once each and in the order of `awaited`, the actions that claims wait
 * for by their names: addresses that name the same ones ask the same. `notAwaited`: what names other actions; `unknown`: what names
 * none, as it was written.
 */
export function readSupposed(
  asked: readonly string[],
  awaited: ReadonlyMap<string, number>,
): { names: string[]; ids: number[]; notAwaited: ActionRef[]; unknown: string[] } {
  const written = new Set(asked.map((name) => name.trim()).filter((name) => name !== ""));
  const names = [...awaited.keys()].filter((name) => written.has(name));
  const others = [...written].filter((name) => !awaited.has(name));
  return {
    names,
    ids: names.map((name) => awaited.get(name)!),
    notAwaited: others.flatMap((name) => readActionName(name) ?? []),
    unknown: others.filter((name) => readActionName(name) === undefined),
  };
}

/** A process that would rise, and between which levels. */
export type Rise = { id: number; from: Level; to: Level };

/**
 * The processes that would rise if some actions were completed (R8): by confirmed claims and, apart, what would rise further if the
 * proposed ones were confirmed too. Never summed: a process may be in both, one step each (`again`: how many are). `anyway`:
 * how many of the latter rise by the confirmations alone, whatever is completed.
 */
export function risesIf(
  processes: readonly ProcessOnDay[],
  actionIds: readonly number[],
): { confirmed: Rise[]; proposed: Rise[]; again: number; anyway: number } {
  const today = new Map(processes.map(({ id, level }) => [id, level]));
  const confirmed = ifCompleted(processes, actionIds, { withProposed: false });
  const proposed = ifCompleted(processes, actionIds, { withProposed: true });
  const withoutWork = ifCompleted(processes, [], { withProposed: true });
  const first = risesBetween(today, confirmed);
  const risen = new Set(first.map(({ id }) => id));
  const further = risesBetween(confirmed, proposed);
  return {
    confirmed: first,
    proposed: further,
    again: further.filter(({ id }) => risen.has(id)).length,
    anyway: further.filter(({ id, from }) => isAbove(withoutWork.get(id)!, from)).length,
  };
}

function risesBetween(before: ReadonlyMap<number, Level>, after: ReadonlyMap<number, Level>): Rise[] {
  return [...before].flatMap(([id, from]) => {
    const to = after.get(id)!;
    return isAbove(to, from) ? [{ id, from, to }] : [];
  });
}
