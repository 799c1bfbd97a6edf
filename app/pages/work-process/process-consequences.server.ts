import { today } from "#app/clock.server.ts";
import { asOfNow } from "#app/domain/days.ts";
import { hypotheticalLine } from "#app/domain/plan/consequences.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { factsOf, type Moved, processConsequences } from "#app/domain/work-process/process-consequences.ts";
import { db } from "#db/connection.server.ts";
import { listProcessesReachedBy } from "#db/level/work-facts.ts";
import { smartabilityFacts, workProcessesOnDay } from "./smartability.server.ts";

type Step = { actionYearId: number; to: Status; progress: number };

/**
 * What each step of an annualità, taken today, would do to the processes whose claims name its action, or one that it continues; null
 * where no claim does.
 */
export async function processesAfter(planActionId: number, steps: readonly Step[]) {
  const reached = new Set(await listProcessesReachedBy(db, [planActionId]));
  if (reached.size === 0) return steps.map(() => null);
  const { maps, work } = await smartabilityFacts();
  const lines = steps.map((step) => hypotheticalLine(work.lines, { ...step, today: today() }));
  const processes = new Map((await workProcessesOnDay(asOfNow(today()))).map((one) => [one.id, one]));
  const named = ({ id, from, to }: Moved) => {
    const { code, title } = processes.get(id)!;
    return { code, title, from, to };
  };
  return processConsequences({ maps: factsOf(maps, reached), work }, lines, asOfNow(today())).map((one) => ({
    ...one,
    rising: one.rising.map(named),
    falling: one.falling.map(named),
  }));
}
