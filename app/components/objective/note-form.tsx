import { objectivePart } from "#app/objective-addresses.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import { Field } from "../form/field.tsx";
import type { Refused } from "../office/organisation-form.tsx";

/** A note of an objective: on its page, and alone on its own where it was refused. `seen`: the last note that there is; 0 for none. */
export function NoteForm({ code, seen, refused }: { code: string; seen: number; refused?: Refused }) {
  const { typed = {}, errors = {} } = refused ?? {};
  return (
    <form method="post" action={objectivePart(code, "note")} className="noprint" noValidate>
      <ErrorSummary title="La nota non è stata salvata" errors={errors} />
      <input type="hidden" name="seen" value={typed.seen ?? seen} />
      <Field name="noteText" label="Nuova nota" errors={errors.noteText}>
        {(field) => <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.noteText} />}
      </Field>
      <p className="buttons">
        <button className="btn btn-outline-primary" type="submit">
          Aggiungi la nota
        </button>
      </p>
    </form>
  );
}

/** The highest number of some notes: what the form of the next one is built from. */
export function lastOf(notes: readonly { id: number }[]): number {
  return Math.max(0, ...notes.map(({ id }) => id));
}
