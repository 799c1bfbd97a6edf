import { type Removability, removabilityOf } from "#app/domain/level/blockers.ts";
import { insertMany } from "#db/insert-many.ts";
import type { Db } from "#db/open.ts";
import type { Life } from "#db/schema.ts";
import type { BlockerRow, MadeUpProcess } from "./made-up-processes.ts";

/** `isTurning`: the first blocker of a process that is to turn. */
export type MadeUpBlocker = { id: number; removability: Removability; isTurning: boolean };

type Row = MadeUpBlocker & { process: MadeUpProcess; ordinal: number; shape: BlockerRow };

/**
 * So many blockers on the processes that are not SI, as even as can be: the first of each as its real row has it, the others in turn as
 * the first ones of the others, a part each (R7).
 */
export async function insertBlockers(
  tx: Db,
  processes: MadeUpProcess[],
  { count, life }: { count: number; life: Life },
): Promise<MadeUpBlocker[]> {
  const blocked = processes.filter(({ shape }) => shape.first !== undefined);
  const rows = Array.from({ length: count }, (_, index): Row => {
    const process = blocked[index % blocked.length]!;
    const ordinal = Math.floor(index / blocked.length) + 1;
    const shape =
      ordinal === 1 ? process.shape.first! : blocked[(index + ordinal) % blocked.length]!.shape.first!;
    return {
      ...{ id: index + 1, process, ordinal, shape },
      removability: ordinal === 1 ? shape.rimovibilita : removabilityOf(shape.tipo),
      isTurning: ordinal === 1 && process.isTurning,
    };
  });
  await insertMany(
    tx,
    "blocker",
    rows.map(({ id, process, ordinal }) => ({ id, work_process_id: process.id, ordinal })),
  );
  await insertMany(
    tx,
    "blocker_version",
    rows.map(({ id, ordinal, shape, removability }) => ({
      ...{ blocker_id: id, kind: shape.tipo, subkind: shape.sottotipo, basis: shape.base, removability },
      extent: ordinal === 1 ? shape.estensione : ("part" as const),
      note: ordinal === 1 ? shape.nota : null,
      ...life,
    })),
  );
  return rows;
}
