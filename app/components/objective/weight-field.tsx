import { Field } from "../form/field.tsx";

/** A weight, written as an Italian writes a number: "1,5". */
export function WeightField({
  name,
  label = "Peso",
  hint,
  typed,
  errors,
}: {
  name: string;
  label?: string;
  hint?: string;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <Field name={name} label={label} hint={hint} errors={errors[name]}>
      {(field) => (
        <input
          {...field}
          className="fi short"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed[name]}
        />
      )}
    </Field>
  );
}
