import { Field } from "../form/field.tsx";
import { WeightField } from "./weight-field.tsx";

export type StepFieldsProps = {
  /** What is understood of the programmato as it stands in the form; nothing before one is typed. */
  understood: string | null;
  /** Only the RTD weighs. */
  mayWeigh: boolean;
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** What a step says: what is done, by when as a person writes it, how much it counts. */
export function StepFields({ understood, mayWeigh, typed, errors }: StepFieldsProps) {
  return (
    <>
      <Field name="text" label="Che cosa si fa" errors={errors.text}>
        {(field) => <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.text} />}
      </Field>
      <Field
        name="planned"
        label="Programmato"
        hint="come nel PEG, per esempio: entro il 30/06; mensile; entro 5 giorni lavorativi; su richiesta. Facoltativo"
        errors={errors.planned}
      >
        {(field) => <textarea {...field} className="fi ta" rows={2} defaultValue={typed.planned} />}
      </Field>
      {understood !== null && <p className="sm understood">{understood}</p>}
      {mayWeigh && (
        <WeightField
          name="weight"
          hint="quanto conta nell’avanzamento dell’obiettivo; 1 se conta come gli altri punti, 0 se non deve contare"
          typed={typed}
          errors={errors}
        />
      )}
    </>
  );
}
