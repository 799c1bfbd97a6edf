import { joinWords } from "#app/format.ts";
import { BLOCKER_KIND_LABEL, EXTENT_LABEL, RISK_LABEL, subkindLabel } from "#app/process-labels.ts";
import type { BlockerKind, Extent } from "#app/domain/level/blockers.ts";
import type { Risk } from "#app/domain/work-process/work-processes.ts";
import { EditGrounds, type ToldEdit } from "../edit/told-edits.tsx";

export type ProcessNowProps = {
  process: {
    name: string;
    activity: string | null;
    risk: Risk | null;
    offices: { name: string }[];
    blockers: { ordinal: number; kind: BlockerKind; subkind: string | null; extent: Extent }[];
  };
  last: Omit<ToldEdit, "changes" | "on">;
};

/** How a process stands after somebody else changed it, and who did: told to the slower of two windows. */
export function ProcessNow({ process, last }: ProcessNowProps) {
  const { name, activity, risk, offices, blockers } = process;
  return (
    <>
      <p>
        <b>{name}</b>
        {activity !== null && <>, {activity}</>}. Uffici: {joinWords(offices.map((office) => office.name))}.
        {risk !== null && <> Rischio {RISK_LABEL[risk]}.</>}
      </p>
      {blockers.length > 0 && (
        <ul className="list">
          {blockers.map((blocker) => (
            <li key={blocker.ordinal}>
              <BlockerWords blocker={blocker} />, {EXTENT_LABEL[blocker.extent]}
            </li>
          ))}
        </ul>
      )}
      <p className="sm">
        Ultima modifica: <EditGrounds edit={last} />
      </p>
    </>
  );
}

/** A blocker in a few words: its number, its kind, its subkind. */
export function BlockerWords({
  blocker,
}: {
  blocker: { ordinal: number; kind: BlockerKind; subkind: string | null };
}) {
  const subkind = subkindLabel(blocker.subkind);
  return (
    <>
      <b>Blocco {blocker.ordinal}</b>, {BLOCKER_KIND_LABEL[blocker.kind]}
      {subkind !== null && <> ({subkind})</>}
    </>
  );
}
