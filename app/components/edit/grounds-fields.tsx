import type { Day } from "#app/domain/days.ts";
import { Field } from "../form/field.tsx";

/** Why an adopted plan is changed and, if there is one, by which act (R12). */
export function GroundsFields({
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
      <Field
        name="reason"
        label="Motivo della modifica"
        hint="una o due frasi; le leggerà anche la Giunta"
        errors={errors.reason}
      >
        {(field) => <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.reason} />}
      </Field>
      <fieldset className="fld">
        <legend>
          Atto <span className="mut">(se c’è)</span>
        </legend>
        <p className="h">L’atto che dispone la modifica: organo, numero e giorno, oppure niente.</p>
        <div className="inl tight">
          <Field name="actOrgan" label="Organo" errors={errors.actOrgan}>
            {(field) => <input {...field} className="fi" type="text" defaultValue={typed.actOrgan} />}
          </Field>
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
    </>
  );
}
