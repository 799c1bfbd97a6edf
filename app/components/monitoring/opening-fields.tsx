import type { Day } from "#app/domain/days.ts";
import { Field } from "../form/field.tsx";

/** A round: what it is called, the day it looks at, by when the offices answer, what they are told. */
export function OpeningFields({
  typed,
  errors,
  today,
}: {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
  today: Day;
}) {
  return (
    <>
      <Field name="title" label="Titolo" errors={errors.title}>
        {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.title} />}
      </Field>
      <Field
        name="lookedAtOn"
        label="Giorno a cui guarda"
        hint="il giro chiede di ciò che è aperto oggi ed era cominciato entro questo giorno; si conferma quello che risulta oggi"
        errors={errors.lookedAtOn}
      >
        {(field) => <input {...field} className="fi" type="date" required defaultValue={typed.lookedAtOn} />}
      </Field>
      <Field name="dueOn" label="Termine per rispondere" errors={errors.dueOn}>
        {(field) => (
          <input {...field} className="fi" type="date" min={today} required defaultValue={typed.dueOn} />
        )}
      </Field>
      <Field
        name="note"
        label="Nota per gli uffici (facoltativa)"
        hint="sta in testa al loro elenco e nel sollecito"
        errors={errors.note}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} defaultValue={typed.note} />}
      </Field>
    </>
  );
}
