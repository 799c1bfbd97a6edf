import { Field } from "../form/field.tsx";
import { ObjectiveFields, type ObjectiveFieldsProps } from "./objective-fields.tsx";

/** An objective to add: its document, years, number and code once; then what it says of itself. */
export function NewObjectiveFields({ documents, ...props }: ObjectiveFieldsProps & { documents: string[] }) {
  const { typed, errors } = props;
  return (
    <>
      <Field
        name="document"
        label="Documento"
        hint="che assegna l’obiettivo; si può scegliere fra quelli che ci sono già o scriverne un altro"
        errors={errors.document}
      >
        {(field) => (
          <>
            <input
              {...field}
              className="fi wide"
              type="text"
              list="documenti"
              required
              defaultValue={typed.document}
            />
            <datalist id="documenti">
              {documents.map((document) => (
                <option key={document} value={document} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div className="inl">
        <YearField name="firstYear" label="Anno" {...props} />
        <YearField name="lastYear" label="Ultimo anno" hint="solo se sono più d’uno" {...props} />
        <Field name="number" label="Numero" hint="nel documento, se c’è" errors={errors.number}>
          {(field) => <input {...field} className="fi short" type="text" defaultValue={typed.number} />}
        </Field>
      </div>
      <Field
        name="code"
        label="Codice"
        hint="facoltativo: se lo lasci vuoto lo compone il programma da documento e numero, per esempio PEG-2026-1. Si dà una volta e non cambia più"
        errors={errors.code}
      >
        {(field) => (
          <input {...field} className="fi" type="text" spellCheck={false} defaultValue={typed.code} />
        )}
      </Field>
      <ObjectiveFields {...props} />
    </>
  );
}

function YearField({
  name,
  label,
  hint,
  typed,
  errors,
}: Pick<ObjectiveFieldsProps, "typed" | "errors"> & { name: string; label: string; hint?: string }) {
  return (
    <Field name={name} label={label} hint={hint} errors={errors[name]}>
      {(field) => (
        <input
          {...field}
          className="fi short"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed[name]}
        />
      )}
    </Field>
  );
}
