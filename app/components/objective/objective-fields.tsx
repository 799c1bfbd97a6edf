import { OBJECTIVE_KINDS } from "#app/domain/objective/objectives.ts";
import { OBJECTIVE_KIND_LABELS } from "#app/objective-labels.ts";
import { CheckFields } from "../edit/check-fields.tsx";
import { Field } from "../form/field.tsx";
import { WeightField } from "./weight-field.tsx";

export type ObjectiveFieldsProps = {
  offices: { code: string; name: string }[];
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** What an objective says of itself, and the offices that answer for it. */
export function ObjectiveFields({ offices, typed, errors }: ObjectiveFieldsProps) {
  return (
    <>
      <Field name="title" label="Titolo" errors={errors.title}>
        {(field) => <textarea {...field} className="fi ta" rows={3} required defaultValue={typed.title} />}
      </Field>
      <Field name="description" label="Descrizione" hint="facoltativa" errors={errors.description}>
        {(field) => <textarea {...field} className="fi ta" rows={4} defaultValue={typed.description} />}
      </Field>
      <div className="inl">
        <Field name="kind" label="Tipo" errors={errors.kind}>
          {(field) => (
            <select {...field} className="fi" required defaultValue={typed.kind ?? ""}>
              <option value="">Scegli</option>
              {OBJECTIVE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {OBJECTIVE_KIND_LABELS[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <WeightField
          name="weight"
          hint="quanto conta fra gli obiettivi dell’ufficio; 1 se conta come gli altri"
          typed={typed}
          errors={errors}
        />
      </div>
      <div className="fld rd">
        <input
          type="checkbox"
          name="transversal"
          id="transversal"
          defaultChecked={typed.transversal !== undefined}
        />
        <label htmlFor="transversal">
          Trasversale <i>assegnato allo stesso modo a più uffici, che ne rispondono insieme</i>
        </label>
      </div>
      <CheckFields
        name="office"
        legend="Uffici"
        hint="ne rispondono, lo trovano sulla scrivania e ne aggiornano i punti"
        checks={offices.map(({ code, name }) => ({ value: code, words: name }))}
        typed={typed}
        errors={errors.office}
      />
    </>
  );
}
