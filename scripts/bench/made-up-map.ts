import { insertEdit } from "#db/edits.ts";
import { inWriteTransaction, openDatabase } from "#db/open.ts";
import { chanceOf } from "./chance.ts";
import type { MadeUpYear } from "./made-up-actions.ts";
import { insertBlockers } from "./made-up-blockers.ts";
import { insertClaims, type Turning } from "./made-up-claims.ts";
import { FIRST_YEAR, RTD } from "./made-up-plan.ts";
import { insertProcesses } from "./made-up-processes.ts";

/** `turning`: how many processes the completion of one action turns. */
export type MapSize = { processes: number; blockers: number; claims: number; turning: number };

/** What the map describes: the day before the plan whose actions its claims name. */
const OBSERVED_ON = `${FIRST_YEAR - 1}-12-31`;

/** The proportions of the numbers to hold: 2,000 processes, 5,000 blockers, 1,000 claims, and 500 processes that turn at once. */
export function mapSizeOf(processes: number): MapSize {
  const part = (share: number) => Math.round(processes * share);
  return { processes, blockers: part(2.5), claims: part(0.5), turning: part(0.25) };
}

/**
 * Adds to a made-up plan a map of the shape of the real ones: their rows in turn, blockers, and claims on the actions of the plan in force.
 */
export async function makeUpMap(
  path: string,
  size: MapSize,
  { years, seed }: { years: MadeUpYear[]; seed: number },
): Promise<Turning> {
  const { db } = openDatabase(path);
  const turning = await inWriteTransaction(db, async (tx) => {
    const by = { ...RTD, at: `${FIRST_YEAR}-01-15T10:00:00.000Z` };
    const opened_by_edit_id = await insertEdit(tx, { by, reason: "mappa inventata", act: null });
    const life = {
      held_from_on: OBSERVED_ON,
      held_until_on: null,
      opened_by_edit_id,
      closed_by_edit_id: null,
    };
    const processes = await insertProcesses(tx, size, life);
    const blockers = await insertBlockers(tx, processes, { count: size.blockers, life });
    return insertClaims(tx, blockers, { size, years, chance: chanceOf(seed), life });
  });
  await db.destroy();
  return turning;
}
