import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { db } from "#db/connection.server.ts";
import { databasePath } from "#db/path.ts";
import { findSetting } from "#db/settings.ts";
import { machineNow } from "./clock.server.ts";
import { isCopyOverdue, lastCopyDay } from "./domain/copies.ts";
import { type Day, dayInRome } from "./domain/days.ts";

/**
 * Where the daily copies go: `ROTTA_COPIE`, or `copie` beside the database. Nowhere with `ROTTA_COPIE=no`, nor with the
 * demonstration unless a folder is named.
 */
export function copiesFolder(isDemonstration: boolean): string | undefined {
  const asked = process.env.ROTTA_COPIE || undefined;
  if (asked === "no") return undefined;
  return asked ?? (isDemonstration ? undefined : join(dirname(databasePath()), "copie"));
}

export type CopiesState =
  { folder: string; last: Day | undefined; isOverdue: boolean } | { folder: undefined };

/** How the daily copies stand, by what lies in their folder: it is the files that count, not what was said about them. */
export async function copiesState(): Promise<CopiesState> {
  const folder = copiesFolder((await findSetting(db, "demonstration_day")) !== undefined);
  if (folder === undefined) return { folder };
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const day = dayInRome(machineNow());
  return { folder, last: lastCopyDay(names, day), isOverdue: isCopyOverdue(names, day) };
}
