import { altersClaims } from "#app/domain/level/claims-on-day.ts";
import type { Day } from "#app/domain/days.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import type { NewLine } from "../chain.ts";
import type { Db } from "../open.ts";
import { listContinuing } from "../plan/lineage.ts";
import { type Watched, watchLevels } from "./turn-records.ts";
import { listProcessesReachedBy, listProcessesReachedByYear } from "./work-facts.ts";

/**
 * What the caller wrote for a line, in the same transaction and before it: the levels as they were before that, and the day from
 * which it has effect. Its turns are those of the line.
 */
export type Prepared = { watched: Watched; on: Day };

/** Most lines neither complete nor reopen anything, nor put a line right: they alter no level, and nothing is looked at for them. */
export async function prepare(tx: Db, line: NewLine, last: Status): Promise<Prepared> {
  const { from, replaces, change, by } = line;
  const mayAlter = replaces !== null || [from, last].some((before) => altersClaims(before, change.to));
  const watched = mayAlter ? await watchLine(tx, line) : await watchLevels(tx, [], by);
  return { watched, on: change.effectiveOn };
}

/**
 * Looks at the levels that a line may alter, before it is written: of the processes whose claims name its action, or one that it
 * continues; and, where it is carried over, also of those that name an action that continues it, which may be given a year.
 */
export async function watchLine(
  tx: Db,
  line: Omit<NewLine, "carriedTo">,
  isCarriedOver = false,
): Promise<Watched> {
  const reached = isCarriedOver
    ? await listProcessesReachedBy(tx, await listLineage(tx, line.action_year_id))
    : await listProcessesReachedByYear(tx, line.action_year_id);
  return watchLevels(tx, reached, line.by);
}

/** The action of an annualità, and those that continue it. */
async function listLineage(tx: Db, actionYearId: number): Promise<number[]> {
  const { plan_action_id } = await tx
    .selectFrom("action_year")
    .select("plan_action_id")
    .where("id", "=", actionYearId)
    .executeTakeFirstOrThrow();
  const later = await listContinuing(tx, plan_action_id);
  return [plan_action_id, ...later.map(({ id }) => id)];
}
