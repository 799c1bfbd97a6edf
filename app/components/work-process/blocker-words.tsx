import type { BlockerKind, Extent, Removability } from "#app/domain/level/blockers.ts";
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

/** What the map says against a claim on a blocker, or does not know: whoever proposes one answers it. */
export function DoubtWords({ removability }: Pick<ToldBlocker, "removability">) {
  if (removability === "outside-plan")
    return (
      <p>La mappa dice che non dipende da questo piano: spiega perché le azioni lo tolgono lo stesso.</p>
    );
  if (removability === "unknown")
    return <p>La mappa non dice se si possa togliere: spiega come si sa che le azioni lo tolgono.</p>;
  return null;
}
