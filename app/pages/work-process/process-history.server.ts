import type { ToldProcessEdit } from "#app/components/work-process/process-edits.tsx";
import type { Day } from "#app/domain/days.ts";
import { BY_HAND } from "#app/domain/work-process/process-edits.ts";
import { processEdits } from "#app/domain/work-process/process-history.ts";
import { db } from "#db/connection.server.ts";
import { listEdits } from "#db/edits.ts";
import { listProcessRows } from "#db/work-process/process-rows.ts";

/** The edits of a process until a day, the newest first; the loading of a catalogue is not one. */
export async function toldProcessEdits(
  process: { id: number; map: string },
  until: Day,
): Promise<ToldProcessEdit[]> {
  const all = processEdits(await listProcessRows(db, process.id));
  const made = (process.map === BY_HAND ? all : all.slice(1)).filter(({ on }) => on <= until);
  const grounds = new Map(
    (
      await listEdits(
        db,
        made.map(({ edit }) => edit),
      )
    ).map((one) => [one.id, one]),
  );
  return made.reverse().map(({ edit, on, changes }) => {
    const { recorded_at, author_role, author_office, reason, act_organ, act_number, act_on } =
      grounds.get(edit)!;
    const act = act_organ === null ? null : { organ: act_organ, number: act_number!, on: act_on! };
    return { edit, on, changes, recorded_at, author_role, author_office, reason, act };
  });
}
