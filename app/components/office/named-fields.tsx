import { Field } from "../form/field.tsx";

export type FieldsProps = {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** The code of an office or of a group, given once: addresses, exports and the chain carry it. */
export function CodeField({ typed, errors, example }: FieldsProps & { example: string }) {
  return (
    <Field
      name="code"
      label="Codice"
      hint={`minuscole, cifre, trattini, per esempio ${example}; si dà una volta e non cambia più`}
      errors={errors.code}
    >
      {(field) => (
        <input
          {...field}
          className="fi"
          type="text"
          required
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={typed.code}
        />
      )}
    </Field>
  );
}

export function NameField({ typed, errors }: FieldsProps) {
  return (
    <Field name="name" label="Nome" errors={errors.name}>
      {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.name} />}
    </Field>
  );
}

export function SourceField({ typed, errors }: FieldsProps) {
  return (
    <Field
      name="source"
      label="Fonte"
      hint="l’atto o il documento che lo istituisce o lo nomina"
      errors={errors.source}
    >
      {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.source} />}
    </Field>
  );
}
