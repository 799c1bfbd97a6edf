import type { ProcessChange, ProcessEdit } from "#app/domain/work-process/process-history.ts";
import { capitalize, formatDay, joinWords } from "#app/format.ts";
import { BLOCKER_KIND_LABEL } from "#app/process-labels.ts";
import { EditGrounds, type ToldEdit } from "../edit/told-edits.tsx";

export type ToldProcessEdit = ProcessEdit & Omit<ToldEdit, "changes" | "on" | "edit">;

/** The edits of a process, newest first: what, who, why, by which act. */
export function ProcessEdits({ edits }: { edits: ToldProcessEdit[] }) {
  if (edits.length === 0) return null;
  return (
    <section aria-labelledby="modifiche">
      <h2 id="modifiche">Modifiche</h2>
      <ol className="hist">
        {edits.map((edit) => (
          <li key={edit.edit} id={`modifica-${edit.edit}`}>
            <time dateTime={edit.on}>{formatDay(edit.on)}</time> ·{" "}
            {capitalize(joinWords(edit.changes.map(changeWords)))}.
            <EditGrounds edit={edit} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function changeWords(change: ProcessChange): string {
  switch (change.what) {
    case "added":
      return "processo aggiunto";
    case "retired":
      return "processo ritirato";
    case "reworded":
      return "cambiata la descrizione";
    case "offices":
      return "cambiati gli uffici";
    case "blocker-added":
      return `aggiunto il blocco ${change.ordinal}, ${BLOCKER_KIND_LABEL[change.kind]}`;
    case "blocker-changed":
      return `modificato il blocco ${change.ordinal}, ${BLOCKER_KIND_LABEL[change.kind]}`;
    case "blocker-retired":
      return `ritirato il blocco ${change.ordinal}, ${BLOCKER_KIND_LABEL[change.kind]}`;
  }
}
