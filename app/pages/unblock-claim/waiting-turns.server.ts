import type { Day } from "#app/domain/days.ts";
import { asOfNow } from "#app/domain/days.ts";
import { awaitingAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { listRecordedTurns } from "#db/level/turns.ts";
import { levelsOnDay } from "../work-process/smartability.server.ts";

/** The turns that wait today for the office of their process (R7), by id: what desks, the list and the story of a level say alike. */
export function waitingTurns(today: Day): Promise<Set<number>> {
  return whileUnchanged(
    ["svolte in attesa", today],
    async () => {
      const standing = new Set((await levelsOnDay(asOfNow(today))).map(({ id }) => id));
      return new Set(awaitingAnswer(await listRecordedTurns(db), standing).map(({ id }) => id));
    },
    (ids) => ids.size,
  );
}
