import type { Viewpoint } from "#app/domain/days.ts";
import { groupBy } from "#app/domain/grouping.ts";
import { type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt } from "#app/domain/level/claimed-work.ts";
import { impacts } from "#app/domain/smartability/impact.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listClaimedActions } from "#db/unblock-claim/claims.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import {
  listProcessAreas,
  listProcessOffices,
  listProcessPeople,
  listWorkProcesses,
} from "#db/work-process/work-processes.ts";

/** All that levels follow from, whatever the day: read once while nothing changes. */
export function smartabilityFacts() {
  return whileUnchanged(
    ["fatti dei processi"],
    () =>
      inReadTransaction(db, async (tx) => {
        const maps = await listMapFacts(tx);
        const actions = new Set(maps.claimActions.map(({ plan_action_id }) => plan_action_id));
        return { maps, work: await listWorkFacts(tx, [...actions]) };
      }),
    ({ maps, work }) => maps.processes.length + maps.blockers.length + work.lines.length,
  );
}

/** The level of every process on a day, with what explains it (R7). */
export function levelsOnDay(at: Viewpoint): Promise<ProcessOnDay[]> {
  return whileUnchanged(
    ["livelli", at.day, at.isOver],
    async () => {
      const { maps, work } = await smartabilityFacts();
      return smartabilityAt(maps, workAt(work, at));
    },
    (processes) => processes.length,
  );
}

/** A process on a day, as lists show it: what it is called, whose it is, its level and what explains it. */
export type WorkProcessOnDay = Awaited<ReturnType<typeof workProcessesOnDay>>[number];

/** Every process that stands on a day, in the order of the catalogues. */
export function workProcessesOnDay(at: Viewpoint) {
  return whileUnchanged(
    ["processi", at.day, at.isOver],
    async () => {
      const levels = new Map((await levelsOnDay(at)).map((process) => [process.id, process]));
      const offices = groupBy(await listProcessOffices(db, at.day), (row) => row.work_process_id);
      const areas = groupBy(await listProcessAreas(db), (row) => row.work_process_id);
      const processes = await listWorkProcesses(db, at.day);
      return processes.map((process) => ({
        ...process,
        title: process.activity ?? process.name,
        areas: (areas.get(process.id) ?? []).map(({ name }) => name),
        offices: (offices.get(process.id) ?? []).map(({ code, name }) => ({ code, name })),
        onDay: levels.get(process.id)!,
      }));
    },
    (processes) => processes.length,
  );
}

/** The actions that claims name, and those that continue them, by id: plan, code and title on a day. */
export function claimedActionsOnDay(at: Viewpoint) {
  return whileUnchanged(
    ["azioni degli sblocchi", at.day],
    async () => new Map((await listClaimedActions(db, at.day)).map((action) => [action.id, action])),
    (actions) => actions.size,
  );
}

/** What completing each open action would raise (R8), by action, on a day. */
export function impactsOnDay(at: Viewpoint) {
  return whileUnchanged(
    ["effetti delle azioni", at.day, at.isOver],
    async () => impacts(await levelsOnDay(at)),
    (actions) => actions.size,
  );
}

/** The teams of each process that a source counts the people of, by process. */
export function peopleByProcess() {
  return whileUnchanged(
    ["persone dei processi"],
    async () => groupBy(await listProcessPeople(db), (row) => row.work_process_id),
    (processes) => processes.size,
  );
}
