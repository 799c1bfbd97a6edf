import { newOfficeAddress } from "#app/addresses.ts";
import { RISKS } from "#app/domain/work-process/work-processes.ts";
import { RISK_LABEL } from "#app/process-labels.ts";
import { CheckFields } from "../edit/check-fields.tsx";
import { Field } from "../form/field.tsx";

export type ProcessFieldsProps = {
  offices: { code: string; name: string }[];
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
};

/** What a process is called and said to be, and the offices that do it: whichever catalogue it is of. */
export function ProcessFields({ offices, typed, errors }: ProcessFieldsProps) {
  return (
    <>
      <Field name="name" label="Processo" errors={errors.name}>
        {(field) => <input {...field} className="fi wide" type="text" required defaultValue={typed.name} />}
      </Field>
      <Field
        name="activity"
        label="Attività"
        hint="facoltativa: la parte del processo di cui si parla, se è una sola"
        errors={errors.activity}
      >
        {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.activity} />}
      </Field>
      <div className="inl">
        <Field name="risk" label="Rischio" errors={errors.risk}>
          {(field) => (
            <select {...field} className="fi" defaultValue={typed.risk ?? ""}>
              <option value="">non indicato</option>
              {RISKS.map((risk) => (
                <option key={risk} value={risk}>
                  {RISK_LABEL[risk]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="paper" label="Supporti cartacei" errors={errors.paper}>
          {(field) => (
            <select {...field} className="fi" defaultValue={typed.paper ?? ""}>
              <option value="">non indicato</option>
              <option value="si">sì</option>
              <option value="no">no</option>
            </select>
          )}
        </Field>
      </div>
      {offices.length === 0 && (
        <p>
          Non c’è ancora un ufficio a cui darlo: <a href={newOfficeAddress()}>scrivi il primo ufficio</a>.
        </p>
      )}
      <CheckFields
        name="office"
        legend="Uffici che lo svolgono"
        hint="ne vedono le svolte sulla scrivania, e il dirigente le conferma o le contesta"
        checks={offices.map(({ code, name }) => ({ value: code, words: name }))}
        typed={typed}
        errors={errors.office}
      />
    </>
  );
}
