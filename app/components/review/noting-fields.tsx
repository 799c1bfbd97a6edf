import type { Day } from "#app/domain/days.ts";
import { Field } from "../form/field.tsx";

/** The act by which the Giunta took note: organ, number and day, all of them. */
export function NotingFields({
  typed,
  errors,
  today,
}: {
  typed: Record<string, string>;
  errors: Record<string, string[] | undefined>;
  today: Day;
}) {
  return (
    <fieldset className="fld">
      <legend>L’atto</legend>
      <Field name="organ" label="Organo" hint="come Giunta comunale" errors={errors.organ}>
        {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.organ} />}
      </Field>
      <div className="inl tight">
        <Field name="number" label="Numero" errors={errors.number}>
          {(field) => <input {...field} className="fi short" type="text" defaultValue={typed.number} />}
        </Field>
        <Field name="on" label="Del" errors={errors.on}>
          {(field) => <input {...field} className="fi" type="date" max={today} defaultValue={typed.on} />}
        </Field>
      </div>
    </fieldset>
  );
}
