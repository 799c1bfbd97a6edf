import { Field } from "../form/field.tsx";

/** What a new plan is to be: its code, its title, its years. */
export function PlanFields({
  typed,
  errors,
  isFirst,
}: {
  typed: Record<string, string>;
  errors: Record<string, string[] | undefined>;
  /** Whether no plan comes before it. */
  isFirst: boolean;
}) {
  return (
    <div className="formcol">
      <div className="inl">
        <Field name="code" label="Codice" hint="sta negli indirizzi, come 2027-2029" errors={errors.code}>
          {(field) => <input {...field} className="fi" type="text" defaultValue={typed.code} />}
        </Field>
        <Field
          name="firstYear"
          label="Primo anno"
          hint={isFirst ? "il primo del triennio, come 2027" : "dopo l’ultimo piano"}
          errors={errors.firstYear}
        >
          {(field) => (
            <input
              {...field}
              className="fi short"
              type="text"
              inputMode="numeric"
              defaultValue={typed.firstYear}
            />
          )}
        </Field>
        <Field name="lastYear" label="Ultimo anno" hint="di solito il terzo" errors={errors.lastYear}>
          {(field) => (
            <input
              {...field}
              className="fi short"
              type="text"
              inputMode="numeric"
              defaultValue={typed.lastYear}
            />
          )}
        </Field>
      </div>
      <Field name="title" label="Titolo" errors={errors.title}>
        {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.title} />}
      </Field>
    </div>
  );
}
