import type { Day } from "#app/domain/days.ts";
import { EvidenceFields } from "../form/evidence-fields.tsx";
import { Field } from "../form/field.tsx";
import type { FieldsProps } from "../office/named-fields.tsx";
import { NumberField } from "./indicator-fields.tsx";

/** A value read of an indicator: how much, on which day, with what note and proof. */
export function ReadingFields({ typed, errors, unit, today }: FieldsProps & { unit: string; today: Day }) {
  return (
    <>
      <div className="inl">
        <NumberField
          name="value"
          label={`Valore (${unit})`}
          hint="per esempio 1.234,5"
          {...{ typed, errors }}
        />
        <Field name="effectiveOn" label="Rilevato il" errors={errors.effectiveOn}>
          {(field) => (
            <input
              {...field}
              className="fi"
              type="date"
              max={today}
              defaultValue={typed.effectiveOn ?? today}
            />
          )}
        </Field>
      </div>
      <Field name="note" label="Nota" hint="facoltativa" errors={errors.note}>
        {(field) => <textarea {...field} className="fi ta" rows={2} defaultValue={typed.note} />}
      </Field>
      <EvidenceFields typed={typed} errors={errors} today={today} />
    </>
  );
}
