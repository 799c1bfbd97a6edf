import { Field } from "../form/field.tsx";

/** What an area is called and, while it is being added, the code that its actions are numbered after. */
export function AreaFields({
  withCode,
  typed,
  errors,
}: {
  withCode: boolean;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <>
      {withCode && (
        <Field
          name="code"
          label="Codice"
          hint="come nel piano, per esempio 4.3: le sue azioni saranno 4.3.1, 4.3.2 e così via"
          errors={errors.code}
        >
          {(field) => (
            <input {...field} className="fi short" type="text" required defaultValue={typed.code} />
          )}
        </Field>
      )}
      <Field name="title" label="Nome dell’ambito" errors={errors.title}>
        {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.title} />}
      </Field>
    </>
  );
}
