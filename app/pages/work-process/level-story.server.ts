import { today } from "#app/clock.server.ts";
import type { Known } from "#app/claim-sentences.ts";
import type { Viewpoint } from "#app/domain/days.ts";
import { causesOf, type LevelCause } from "#app/domain/level/level-causes.ts";
import { type LevelChange, levelHistory } from "#app/domain/level/level-history.ts";
import { whileUnchanged } from "#app/unchanged.server.ts";
import { db } from "#db/connection.server.ts";
import { inReadTransaction } from "#db/open.ts";
import { listMapFacts } from "#db/level/map-facts.ts";
import { listTurns } from "#db/level/turns.ts";
import { listWorkFacts } from "#db/level/work-facts.ts";
import { waitingTurns } from "../unblock-claim/waiting-turns.server.ts";

export type ToldTurn = Awaited<ReturnType<typeof listTurns>>[number] & { isAwaited: boolean };

/** A day of the history of a level: what it became, why, and what was recorded and answered about it. */
type StoryEntry = Pick<LevelChange, "day" | "from" | "level"> & {
  causes: LevelCause[];
  turns: ToldTurn[];
};

/** The levels of a process until a day, the first one first: they follow from the facts of that process alone. */
export function changesOf(processId: number, at: Viewpoint) {
  return whileUnchanged(
    ["storia del livello", processId, at.day],
    () =>
      inReadTransaction(db, async (tx) => {
        const facts = await listMapFacts(tx, [processId]);
        const actions = [...new Set(facts.claimActions.map(({ plan_action_id }) => plan_action_id))];
        const read = { facts, work: await listWorkFacts(tx, actions) };
        const changes = levelHistory(processId, read, at.day);
        return changes.map((change) => ({ change, causes: causesOf(change, read) }));
      }),
    (changes) => changes.length,
  );
}

/** The history of a level, newest first, with the turns that were recorded of it; those of no such day stand on their own. */
async function levelStory(processId: number, at: Viewpoint): Promise<StoryEntry[]> {
  const turns = await listTurns(db, { processIds: [processId] });
  const awaited = await waitingTurns(today());
  const told = turns
    .filter(({ effective_on }) => effective_on <= at.day)
    .map((turn) => ({ ...turn, isAwaited: awaited.has(turn.id) }));
  const changes = await changesOf(processId, at);
  const entries = changes.map(({ change: { day, from, level }, causes }) => ({
    ...{ day, from, level, causes },
    turns: told.filter((turn) => turn.effective_on === day && turn.to_level === level),
  }));
  const alone = told.filter((turn) => !entries.some((entry) => entry.turns.includes(turn)));
  const others = alone.map((turn) => ({
    ...{ day: turn.effective_on, from: turn.from_level, level: turn.to_level, causes: [], turns: [turn] },
  }));
  return [...entries, ...others].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** The same, with the actions of its causes as they are called. */
export async function namedStory(processId: number, { actions, at }: Known) {
  const story = await levelStory(processId, at);
  return story.map((entry) => ({
    ...entry,
    causes: entry.causes.map((cause) => namedCause(cause, actions)),
  }));
}

function namedCause(cause: LevelCause, actions: Known["actions"]) {
  if (cause.kind !== "work") return cause;
  return {
    ...cause,
    lines: cause.lines.flatMap((line) => {
      const action = actions.get(line.planActionId);
      return action ? [{ ...line, plan: action.plan, code: action.code }] : [];
    }),
  };
}
