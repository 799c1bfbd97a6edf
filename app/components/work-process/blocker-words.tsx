import type { BlockerKind, Extent, Removability } from "#app/domain/work-process/blockers.ts";
import { capitalize } from "#app/format.ts";
import { BLOCKER_KIND_LABEL, EXTENT_LABEL, REMOVABILITY_LABEL, subkindLabel } from "#app/process-labels.ts";

export type ToldBlocker = {
  ordinal: number;
  kind: BlockerKind;
  subkind: string | null;
  extent: Extent;
  removability: Removability;
};

/** "Archivio cartaceo (ricerche d’archivio): ferma tutta l’attività; rimovibile con un’azione digitale." */
export function BlockerWords({ blocker }: { blocker: ToldBlocker }) {
  const { kind, subkind, extent, removability } = blocker;
  const detail = subkindLabel(subkind);
  return (
    <>
      <b>{capitalize(BLOCKER_KIND_LABEL[kind])}</b>
      {detail && ` (${detail})`}: {EXTENT_LABEL[extent]}; {REMOVABILITY_LABEL[removability]}.
    </>
  );
}
