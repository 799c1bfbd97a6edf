import type { Day } from "#app/domain/days.ts";
import { dayWith } from "#app/format.ts";
import { Field } from "../form/field.tsx";

/** The act that adopts a plan and the day from which it holds. */
export function AdoptionFields({
  typed,
  errors,
  firstDay,
  today,
}: {
  typed: Record<string, string>;
  errors: Record<string, string[] | undefined>;
  /** Before this day nothing may be rescheduled: the empty text where nothing is carried over. */
  firstDay: Day;
  today: Day;
}) {
  const notBefore =
    firstDay === ""
      ? ""
      : `; non prima ${dayWith("del", firstDay)}, l’ultimo aggiornamento o l’adozione di ciò che si riporta`;
  return (
    <>
      <fieldset className="fld">
        <legend>L’atto di adozione</legend>
        <Field name="actOrgan" label="Organo" hint="come Giunta comunale" errors={errors.actOrgan}>
          {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.actOrgan} />}
        </Field>
        <div className="inl tight">
          <Field name="actNumber" label="Numero" errors={errors.actNumber}>
            {(field) => <input {...field} className="fi short" type="text" defaultValue={typed.actNumber} />}
          </Field>
          <Field name="actOn" label="Del" errors={errors.actOn}>
            {(field) => (
              <input {...field} className="fi" type="date" max={today} defaultValue={typed.actOn} />
            )}
          </Field>
        </div>
      </fieldset>
      <Field
        name="adoptedOn"
        label="Adottato il"
        hint={`il giorno da cui il piano vale${notBefore}`}
        errors={errors.adoptedOn}
      >
        {(field) => (
          <input {...field} className="fi" type="date" max={today} defaultValue={typed.adoptedOn} />
        )}
      </Field>
    </>
  );
}
