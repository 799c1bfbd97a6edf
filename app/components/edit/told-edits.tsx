import { Fragment } from "react";
import type { Day } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { PlanActionChange } from "#app/domain/edit/plan-action-changes.ts";
import { capitalize, dayWith, formatDay, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { ChangeWords } from "./change-words.tsx";

/** An edit as it is told: who (role and office), when, why, by which act, what. */
export type ToldEdit = {
  edit: number;
  on: Day;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  reason: string;
  act: { organ: string; number: string; on: Day } | null;
  changes: PlanActionChange[];
};

/** The edits of an action since its plan was adopted, newest first (R12). */
export function PlanEdits({ edits }: { edits: ToldEdit[] }) {
  if (edits.length === 0) return null;
  return (
    <section aria-labelledby="modifiche">
      <h2 id="modifiche">Modifiche al piano</h2>
      <ol className="hist">
        {edits.map((edit) => (
          <li key={edit.edit} id={`modifica-${edit.edit}`}>
            <time dateTime={edit.on}>{formatDay(edit.on)}</time> · <Changes changes={edit.changes} />
            <EditGrounds edit={edit} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who made an edit, why, by which act and when. */
export function EditGrounds({ edit }: { edit: Omit<ToldEdit, "changes" | "on"> }) {
  return (
    <span className="m">
      {authorLabel({ role: edit.author_role, office: edit.author_office })}. «{edit.reason}»{" "}
      {edit.act && <>Atto: {actWords(edit.act)}. </>}
      Modifica {edit.edit}, registrata {momentWithArticle(edit.recorded_at)}.
    </span>
  );
}

/** What someone else changed while this form was open. What was typed here is still in the form. */
export function MeanwhileEdits({ edits }: { edits: ToldEdit[] }) {
  return (
    <div className="box warn" id="meanwhile" tabIndex={-1}>
      <h2>Che cosa è cambiato</h2>
      {edits.map((edit) => (
        <p key={edit.edit}>
          {authorLabel({ role: edit.author_role, office: edit.author_office })},{" "}
          {momentWithArticle(edit.recorded_at)}:{" "}
          {edit.changes.length > 0 ? <Changes changes={edit.changes} /> : "ha modificato la bozza."}
          {edit.reason && <> «{edit.reason}»</>}
        </p>
      ))}
      <p className="sm">
        Quello che hai scritto è rimasto qui sotto e non è stato salvato: se salvi di nuovo, vale quello.
      </p>
    </div>
  );
}

/** What was just saved, said once where the person lands; that it was changed in place; or that there was nothing to save. */
export function EditNotice({ saved }: { saved: ToldEdit | "in-place" | "nothing" }) {
  return (
    <p className="saved" role="status">
      {saved === "nothing" ? (
        "Era già così: non c’era nulla da cambiare, e nulla è stato scritto."
      ) : (
        <>
          <b>Salvato.</b>
          {saved !== "in-place" && (
            <>
              {" "}
              Vale {dayWith("dal", saved.on)}: <Changes changes={saved.changes} />
            </>
          )}
        </>
      )}
    </p>
  );
}

/** Changes in one sentence. */
function Changes({ changes }: { changes: PlanActionChange[] }) {
  return (
    <>
      {changes.map((change, index) => (
        <Fragment key={index}>
          {index > 0 && "; "}
          <ChangeWords change={change} />
        </Fragment>
      ))}
      .
    </>
  );
}

function actWords({ organ, number, on }: { organ: string; number: string; on: Day }): string {
  return `${capitalize(organ)}, n. ${number} ${dayWith("del", on)}`;
}
