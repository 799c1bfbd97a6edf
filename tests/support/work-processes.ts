import type { Db } from "#db/open.ts";
import type { Extent, Removability } from "#app/domain/level/blockers.ts";
import type { Written } from "#app/domain/level/levels.ts";
import { FROM_ADOPTION } from "./examples.ts";

type SomeBlocker = { id: number; ordinal?: number; extent?: Extent; removability?: Removability };

/** From the day that the map describes, by the edit of `insertPlan`. */
const FROM_THE_MAP = { ...FROM_ADOPTION, held_from_on: "2020-12-31" };

/**
 * A process of Settore 4 and what blocks it, in a database with the plan of `insertPlan`: NO, by one digital blocker of the whole,
 * unless said otherwise. Its map describes 31/12/2020.
 */
export async function insertWorkProcess(
  db: Db,
  varied: { id?: number; code?: string; written?: Written; blockers?: SomeBlocker[] } = {},
): Promise<void> {
  const { id = 88, code = "FVG-TEC-088", written = "no", blockers = [{ id: 1 }] } = varied;
  await db
    .insertInto("process_map")
    .values({
      id: 1,
      code: "000",
      title: "Mappa di prova",
      observed_on: "2020-12-31",
      observed_on_is_assumed: 1,
      source: "prova",
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("work_process")
    .values({
      ...{ id, process_map_id: 1, code, ordinal: id, observed_on: "2020-12-31", written },
      ...{ level_as_written: "NO", as_written: "[]", source_section: null, source_row: null },
    })
    .execute();
  await db
    .insertInto("work_process_version")
    .values({
      ...{ work_process_id: id, name: "Accesso agli atti", activity: null, risk: null, on_paper: null },
      ...FROM_THE_MAP,
    })
    .execute();
  await db
    .insertInto("work_process_office")
    .values({ work_process_id: id, office_id: 4, ...FROM_THE_MAP })
    .execute();
  for (const blocker of blockers) await insertBlocker(db, id, blocker);
}

async function insertBlocker(
  db: Db,
  work_process_id: number,
  { id, ordinal = 1, extent = "whole", removability = "digital" }: SomeBlocker,
): Promise<void> {
  await db.insertInto("blocker").values({ id, work_process_id, ordinal }).execute();
  await db
    .insertInto("blocker_version")
    .values({
      ...{ blocker_id: id, kind: "paper_archive", subkind: null, extent, basis: "stated" },
      ...{ removability, note: null, ...FROM_THE_MAP },
    })
    .execute();
}
