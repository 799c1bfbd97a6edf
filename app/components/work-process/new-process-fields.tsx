import type { Day } from "#app/domain/days.ts";
import { writtenLevel } from "#app/domain/level/levels.ts";
import { WRITTEN_BY_HAND } from "#app/domain/work-process/process-edits.ts";
import { LEVEL_LABEL, LEVEL_MEANS } from "#app/process-labels.ts";
import { Field } from "../form/field.tsx";
import { RadioFields } from "../form/radio-fields.tsx";
import { BlockerKindFields } from "./blocker-fields.tsx";
import { ProcessFields, type ProcessFieldsProps } from "./process-fields.tsx";

/** A process to add: its code once, what it is, and how the RTD finds it, from a day on; the stylesheet hides the blocker of one that has none. */
export function NewProcessFields({
  proposed,
  today,
  ...props
}: ProcessFieldsProps & { proposed: { code: string; areas: string[] }; today: Day }) {
  const { typed, errors } = props;
  return (
    <div className="process-form">
      <Field
        name="code"
        label="Codice"
        hint={`il prossimo libero è ${proposed.code}; si dà una volta e non cambia più`}
        errors={errors.code}
      >
        {(field) => (
          <input
            {...field}
            className="fi"
            type="text"
            required
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={typed.code ?? proposed.code}
          />
        )}
      </Field>
      <ProcessFields {...props} />
      <Field
        name="area"
        label="Area"
        hint="facoltativa; si può scegliere tra quelle che ci sono già o scriverne una nuova"
        errors={errors.area}
      >
        {(field) => (
          <>
            <input {...field} className="fi wide" type="text" list="aree" defaultValue={typed.area} />
            <datalist id="aree">
              {proposed.areas.map((area) => (
                <option key={area} value={area} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <RadioFields
        name="written"
        legend="Livello, come lo trovi"
        choices={WRITTEN_BY_HAND.map((written) => ({
          value: written,
          words: LEVEL_LABEL[writtenLevel(written)],
          hint: LEVEL_MEANS[writtenLevel(written)],
        }))}
        chosen={typed.written}
        errors={errors.written}
      />
      <Field
        name="observedOn"
        label="È così dal"
        hint="il giorno di cui dici il livello: un’azione completata entro quel giorno l’hai già vista, e non sblocca più nulla"
        errors={errors.observedOn}
      >
        {(field) => (
          <input
            {...field}
            className="fi"
            type="date"
            max={today}
            required
            defaultValue={typed.observedOn ?? today}
          />
        )}
      </Field>
      <fieldset className="fld for-blocker">
        <legend>Primo blocco</legend>
        <p className="h">
          Serve se il livello è IN PARTE o NO: ferma una parte dell’attività, o tutta. Gli altri si aggiungono
          dopo, dalla pagina del processo.
        </p>
        <BlockerKindFields typed={typed} errors={errors} />
      </fieldset>
    </div>
  );
}
