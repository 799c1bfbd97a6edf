import type { Viewpoint } from "#app/domain/days.ts";
import { laterOf } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { countLevels, isAbove, writtenLevel } from "#app/domain/level/levels.ts";
import { heldClaims, heldFrom } from "#app/domain/level/turns.ts";
import { type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listTurns } from "#db/level/turns.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import type { Db } from "#db/open.ts";
import { listClaimedActions } from "#db/unblock-claim/claims.ts";
import { listProcessOffices, listWorkProcesses } from "#db/work-process/work-processes.ts";

/** The levels of a day beside those that the maps wrote, and the processes whose level is another, with the actions that did it (R7). */
export async function readSmartability(tx: Db, plan: { code: string }, at: Viewpoint) {
  const maps = await listMapFacts(tx);
  const claimed = [...new Set(maps.claimActions.map(({ plan_action_id }) => plan_action_id))];
  const processes = smartabilityAt(maps, workAt(await listWorkFacts(tx, claimed), at));
  if (processes.length === 0) return null;
  const names = new Map((await listWorkProcesses(tx, at.day)).map((process) => [process.id, process]));
  const offices = groupBy(await listProcessOffices(tx, at.day), (row) => row.work_process_id);
  const actions = new Map((await listClaimedActions(tx, at.day)).map((action) => [action.id, action]));
  const altered = processes.filter(({ level, written }) => level !== writtenLevel(written));
  const turns = await listTurns(tx, { processIds: altered.map(({ id }) => id) });
  return {
    processes: processes.length,
    observedOn: [...new Set(processes.map(({ observedOn }) => observedOn))].sort(),
    written: countLevels(processes.map(({ written }) => writtenLevel(written))),
    levels: countLevels(processes.map(({ level }) => level)),
    raised: altered.filter(({ level, written }) => isAbove(level, writtenLevel(written))).length,
    lowered: altered.filter(({ level, written }) => isAbove(writtenLevel(written), level)).length,
    turned: altered.map((process) => {
      const { name, activity } = names.get(process.id)!;
      const last = turns.find(
        (turn) =>
          turn.work_process_id === process.id &&
          turn.effective_on <= at.day &&
          turn.to_level === process.level,
      );
      return {
        code: process.code,
        name: activity ?? name,
        offices: (offices.get(process.id) ?? []).map((office) => office.name),
        from: writtenLevel(process.written),
        to: process.level,
        day: sinceOf(process) ?? last?.effective_on ?? process.observedOn,
        thanksTo: doneBy(process).flatMap((id) => {
          const action = actions.get(id);
          return action ? [{ ...action, isOfPlan: action.plan === plan.code }] : [];
        }),
        confirmed: last?.answer === "confirmed",
      };
    }),
  };
}

/** The day from which the last of the claims that hold does. */
function sinceOf(process: ProcessOnDay): string | undefined {
  const days = [...heldClaims(process).values()].map(heldFrom);
  return days.length === 0 ? undefined : days.reduce(laterOf);
}

/** The actions of the claims that hold on a process, each once. */
function doneBy(process: ProcessOnDay): number[] {
  const claims = [...heldClaims(process).values()];
  return [...new Set(claims.flatMap(({ needs }) => needs.map(({ planActionId }) => planActionId)))];
}
