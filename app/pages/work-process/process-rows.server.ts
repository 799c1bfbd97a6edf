import type { Viewpoint } from "#app/domain/days.ts";
import { levelRow } from "#app/domain/work-process/process-row.ts";
import { claimedActionsOnDay, type WorkProcessOnDay } from "./smartability.server.ts";

export type ProcessRow = Awaited<ReturnType<typeof processRows>>[number];

/** Processes as the rows of a list: what they are called, whose they are, why their level is what it is and what would raise it. */
export async function processRows(processes: readonly WorkProcessOnDay[], at: Viewpoint) {
  const actions = await claimedActionsOnDay(at);
  return processes.map(({ code, title, name, map, areas, offices, onDay }) => ({
    code,
    title,
    name: name === title ? null : name,
    map,
    areas,
    offices,
    ...levelRow(onDay, { actions, at }),
  }));
}
