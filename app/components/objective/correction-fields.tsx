import { Field } from "../form/field.tsx";

/** Why an effettivo is put right, and whether it is only taken away. */
export function CorrectionFields({
  typed,
  errors,
}: {
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <>
      <Field name="reason" label="Motivo della rettifica" errors={errors.reason}>
        {(field) => <textarea {...field} className="fi ta" rows={2} required defaultValue={typed.reason} />}
      </Field>
      <div className="rd">
        <input
          type="checkbox"
          id="withdraw"
          name="withdraw"
          value="si"
          defaultChecked={typed.withdraw !== undefined}
        />
        <label htmlFor="withdraw">
          Ritira l’effettivo, senza metterne un altro al suo posto
          <i>non conterà più; i campi qui sotto non servono</i>
        </label>
      </div>
    </>
  );
}
