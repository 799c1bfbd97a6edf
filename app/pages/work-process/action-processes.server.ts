import type { ActionProcessesFacts, TurnedProcess } from "#app/components/work-process/action-processes.tsx";
import { today } from "#app/clock.server.ts";
import { asOfNow, type Viewpoint } from "#app/domain/days.ts";
import { effectsOf } from "#app/domain/level/action-effects.ts";
import { peopleOf } from "#app/domain/work-process/people.ts";
import { impactsOnDay, levelsOnDay, peopleByProcess, workProcessesOnDay } from "./smartability.server.ts";

/** How many processes would have a lower level of today without an action: what a change of its years, or of a completion, can take back. */
export async function countUnlockedBy(planActionId: number): Promise<number> {
  return effectsOf(await levelsOnDay(asOfNow(today())), planActionId).unlocked.length;
}

const NOTHING = { alone: [], withOthers: [], proposedOnly: [], proposedWithOthers: [] };

/** What an action has unlocked by a day and what it would unlock (R8); undefined where no claim names it. */
export async function actionProcessesOf(
  planActionId: number,
  at: Viewpoint,
): Promise<ActionProcessesFacts | undefined> {
  const effects = effectsOf(await levelsOnDay(at), planActionId);
  const { unlocked, lightened, unconfirmed, contested, fallen } = effects;
  const impact = (await impactsOnDay(at)).get(planActionId) ?? NOTHING;
  const told = [...Object.values(effects), ...Object.values(impact)];
  if (told.every((ids) => ids.length === 0)) return undefined;

  const rows = new Map((await workProcessesOnDay(at)).map((process) => [process.id, process]));
  const people = await peopleByProcess();
  const shown = (id: number): TurnedProcess => {
    const { code, title, onDay } = rows.get(id)!;
    return { code, title, level: onDay.level };
  };
  const group = (ids: readonly number[]) => ({
    processes: ids.map(shown),
    people: peopleOf(ids, people),
  });
  return {
    unlocked: {
      ...group(unlocked.map(({ id }) => id)),
      since: unlocked.map(({ since }) => since).sort()[0] ?? null,
    },
    unconfirmed: group(unconfirmed),
    contested: group(contested),
    lightened: group(lightened),
    fallen: fallen.length,
    alone: group(impact.alone),
    withOthers: group(impact.withOthers),
    proposedOnly: group(impact.proposedOnly),
    proposedWithOthers: group(impact.proposedWithOthers),
  };
}
